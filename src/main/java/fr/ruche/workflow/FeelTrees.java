package fr.ruche.workflow;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.math.BigDecimal;
import camundajar.impl.scala.util.Either;
import fr.ruche.review.Feel;
import fr.ruche.review.FeelReader;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/**
 * Parses FEEL with the parser of the engine, and tells of its tree what the review of models looks at. The nodes of the
 * tree are told apart by their names; one that has no name here is forbidden.
 */
@Component
final class FeelTrees implements FeelReader {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("Addition", "+"),
            Map.entry("Subtraction", "-"),
            Map.entry("Multiplication", "*"),
            Map.entry("Division", "/"),
            Map.entry("ArithmeticNegation", "-"),
            Map.entry("Equal", "="),
            Map.entry("LessThan", "<"),
            Map.entry("LessOrEqual", "<="),
            Map.entry("GreaterThan", ">"),
            Map.entry("GreaterOrEqual", ">="),
            Map.entry("Conjunction", "and"),
            Map.entry("Disjunction", "or"));
    private static final Map<String, String> TESTS = Map.of(
            "InputEqualTo", "=",
            "InputLessThan", "<",
            "InputLessOrEqual", "<=",
            "InputGreaterThan", ">",
            "InputGreaterOrEqual", ">=");
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");

    /** The texts of models are mostly those of the version before. */
    private static final int MOST = 5_000;

    private final FeelEngine parser = new FeelEngine.Builder().build();
    private final Map<String, Feel> expressions = new ConcurrentHashMap<>();
    private final Map<String, Feel> tests = new ConcurrentHashMap<>();

    @Override
    public Feel expression(String text) throws Unreadable {
        var known = expressions.get(text);
        return known != null
                ? known
                : keep(expressions, text, read(text, parser.parseExpression(text), FeelTrees::value));
    }

    @Override
    public Feel tests(String text) throws Unreadable {
        var known = tests.get(text);
        return known != null ? known : keep(tests, text, read(text, parser.parseUnaryTests(text), FeelTrees::test));
    }

    private static Feel keep(Map<String, Feel> kept, String text, Feel feel) {
        if (kept.size() < MOST) {
            kept.put(text, feel);
        }
        return feel;
    }

    private static Feel read(
            String text, Either<FeelEngine.Failure, ParsedExpression> parsed, Function<Object, Feel> tell)
            throws Unreadable {
        if (parsed.isLeft()) {
            throw new Unreadable(text);
        }
        var feel = tell.apply(parsed.toOption().get().expression());
        var nulls = feel.everything().filter(Feel.Nothing.class::isInstance).count();
        if (nulls > NULL.matcher(text).results().count()) {
            throw new Unreadable(text); // a day that is none becomes null
        }
        return feel;
    }

    private static Feel test(Object test) {
        var tree = (Product) test;
        var name = tree.productPrefix();
        if (TESTS.containsKey(name)) {
            return new Feel.Test(TESTS.getOrDefault(name, ""), value(tree.productElement(0)));
        }
        return switch (name) {
            case "ConstBool" -> new Feel.Anything(); // what "-" becomes
            case "AtLeastOne" -> new Feel.OneOf(all(tree.productElement(0), FeelTrees::test));
            case "Not" -> new Feel.None(test(tree.productElement(0)));
            case "InputInRange" -> range((Product) tree.productElement(0));
            case "UnaryTestExpression" -> same(value(tree.productElement(0)));
            default -> value(test);
        };
    }

    /** A value in a cell is what the column has to be; a condition is one by itself. */
    private static Feel same(Feel value) {
        return value instanceof Feel.Operation || value instanceof Feel.Call || value instanceof Feel.Forbidden
                ? value
                : new Feel.Test("=", value);
    }

    private static Feel range(Product range) {
        var from = (Product) range.productElement(0);
        var to = (Product) range.productElement(1);
        return new Feel.Range(value(from.productElement(0)), closed(from), value(to.productElement(0)), closed(to));
    }

    private static boolean closed(Product boundary) {
        return boundary.productPrefix().equals("ClosedConstRangeBoundary");
    }

    private static Feel value(Object exp) {
        var tree = (Product) exp;
        var name = tree.productPrefix();
        if (OPERATIONS.containsKey(name)) {
            return new Feel.Operation(OPERATIONS.getOrDefault(name, ""), parts(tree));
        }
        return switch (name) {
            case "ConstNull" -> new Feel.Nothing();
            case "ConstBool" -> new Feel.Flag((Boolean) tree.productElement(0));
            case "ConstString" -> new Feel.Text((String) tree.productElement(0));
            case "ConstNumber" -> new Feel.Numeric(((BigDecimal) tree.productElement(0)).bigDecimal());
            case "ConstDate", "ConstLocalDateTime" ->
                new Feel.Moment(tree.productElement(0).toString());
            case "ConstDateTime" ->
                new Feel.Moment(
                        ((ZonedDateTime) tree.productElement(0)).toInstant().toString());
            case "ConstDayTimeDuration", "ConstYearMonthDuration" -> new Feel.Moment("");
            case "ConstList" -> new Feel.Items(all(tree.productElement(0), FeelTrees::value));
            case "Ref" -> new Feel.Name(String.join(".", all(tree.productElement(0), String::valueOf)));
            case "PathExpression" -> path(tree);
            case "Not" -> new Feel.Call("not", parts(tree));
            case "In" -> new Feel.Operation("in", List.of(value(tree.productElement(0)), test(tree.productElement(1))));
            case "If" ->
                new Feel.Choice(
                        value(tree.productElement(0)), value(tree.productElement(1)), value(tree.productElement(2)));
            case "FunctionInvocation" -> call(tree);
            default -> new Feel.Forbidden(name, List.of());
        };
    }

    private static Feel path(Product path) {
        return value(path.productElement(0)) instanceof Feel.Name name
                ? new Feel.Name(name.name() + "." + path.productElement(1))
                : new Feel.Forbidden(path.productPrefix(), List.of());
    }

    private static Feel call(Product call) {
        var given = (Product) call.productElement(1);
        return given.productPrefix().equals("PositionalFunctionParameters")
                ? new Feel.Call((String) call.productElement(0), all(given.productElement(0), FeelTrees::value))
                : new Feel.Forbidden(given.productPrefix(), List.of());
    }

    private static List<Feel> parts(Product tree) {
        var parts = new ArrayList<Feel>();
        for (var i = 0; i < tree.productArity(); i++) {
            parts.add(value(tree.productElement(i)));
        }
        return parts;
    }

    private static <T> List<T> all(Object list, Function<Object, T> tell) {
        var told = new ArrayList<T>();
        for (var each = ((Iterable<?>) list).iterator(); each.hasNext(); ) {
            told.add(tell.apply(each.next()));
        }
        return told;
    }
}
