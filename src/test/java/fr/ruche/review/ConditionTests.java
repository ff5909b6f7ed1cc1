package fr.ruche.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.SimpleResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    /** Whatever the language lets through has the value that the engine gives it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a}",
                "${!a}",
                "${!!a}",
                "${ a && b }",
                "${a || b && !a}",
                "${(a || b) && !a}",
                "${!(a || b) || b}",
                "${c == 'X'}",
                "${c != 'X'}",
                "${c == \"X\" || c == 'Y' && !b}",
                "${!(c == 'X')}",
                "${a && (b || c != 'Y')}",
                "  ${a}  "
            })
    void aConditionMeansTheSameToTheEngine(String text) throws Exception {
        var condition = Condition.read(text);
        for (var a : List.of(true, false)) {
            for (var b : List.of(true, false)) {
                for (var c : List.of("X", "Y", "Z")) {
                    var ours = condition.holds(Map.of("a", Boolean.toString(a), "b", Boolean.toString(b), "c", c));
                    assertThat(ours).as("%s with %s %s %s", text, a, b, c).isEqualTo(byTheEngine(text, a, b, c));
                }
            }
        }
    }

    private static boolean byTheEngine(String text, boolean a, boolean b, String c) {
        var factory = new ExpressionFactoryImpl();
        var context = new SimpleContext(new SimpleResolver());
        context.setVariable("a", factory.createValueExpression(a, Boolean.class));
        context.setVariable("b", factory.createValueExpression(b, Boolean.class));
        context.setVariable("c", factory.createValueExpression(c, String.class));
        return (Boolean) factory.createValueExpression(context, text.strip(), Boolean.class)
                .getValue(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "${}",
                "${a",
                "a}",
                "#{a}",
                "${a}${b}",
                "${a.b}",
                "${a()}",
                "${a['b']}",
                "${a = b}",
                "${a == b}",
                "${a == 1}",
                "${a > 1}",
                "${a ? b : c}",
                "${a and b}",
                "${empty a}",
                "${!c == 'X'}",
                "${c == 'X' == 'Y'}",
                "${'X' == c}",
                "${c == 'l\\'eau'}",
                "${c == 'a b'}",
                "${a &&}",
                "${(a}",
                "${a)}"
            })
    void everythingElseIsNotOfTheLanguage(String text) {
        assertThatThrownBy(() -> Condition.read(text)).isInstanceOf(Condition.Unreadable.class);
    }

    @Test
    void parenthesesDoNotNestWithoutEnd() {
        assertThatThrownBy(() -> Condition.read("${" + "(".repeat(10_000) + "a" + ")".repeat(10_000) + "}"))
                .isInstanceOf(Condition.Unreadable.class);
    }
}
