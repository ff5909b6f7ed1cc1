package fr.ruche.review;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a diagram may hold an expression, and how it is written there. Nowhere else may one stand. */
final class Expressions {

    private static final Pattern OPENING = Pattern.compile("[$#]\\{");
    private static final Pattern ACTION = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Pattern DEADLINE =
            Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*)\\(execution\\.processBusinessKey"
                    + "(?:, ?'([A-Za-z][A-Za-z0-9_-]*)')?\\)}");
    private static final Pattern GROUP = Pattern.compile("([A-Za-z0-9-]*)(?:\\$\\{([A-Za-z][A-Za-z0-9]*)})?");

    private enum Form {
        ACTION,
        DEADLINE,
        GROUPS,
        CONDITION
    }

    private static final Map<String, Form> PLACES = Map.of(
            "bpmn:serviceTask@camunda:delegateExpression", Form.ACTION,
            "bpmn:userTask@camunda:dueDate", Form.DEADLINE,
            "bpmn:timeDate", Form.DEADLINE,
            "bpmn:timeCycle", Form.DEADLINE,
            "bpmn:userTask@camunda:candidateGroups", Form.GROUPS,
            "camunda:property@value", Form.GROUPS,
            "bpmn:conditionExpression", Form.CONDITION);

    private Expressions() {}

    /** Whether this is a place for an expression. */
    static boolean place(String place) {
        return PLACES.containsKey(place);
    }

    /**
     * @param place element and attribute, joined by {@code @}; an element alone means its text
     * @return what is wrong with an expression in this place
     */
    static Optional<Rule> fault(String place, String value) {
        var form = PLACES.get(place);
        if (form == Form.CONDITION) {
            return condition(value).isPresent() ? Optional.empty() : Optional.of(Rule.EXPRESSION);
        }
        if (!OPENING.matcher(value).find()) {
            return Optional.empty();
        }
        if (form == null) {
            return Optional.of(Rule.EXPRESSION_PLACE);
        }
        var written = switch (form) {
            case ACTION -> action(value).isPresent();
            case DEADLINE -> deadline(value).isPresent();
            default ->
                groups(value).stream().allMatch(group -> GROUP.matcher(group).matches());
        };
        return written ? Optional.empty() : Optional.of(Rule.EXPRESSION);
    }

    /** The name in <code>${acknowledgeFiche}</code>. */
    static Optional<String> action(String value) {
        return found(ACTION, value);
    }

    /** Bean and method in <code>${deadlines.conformity(execution.processBusinessKey)}</code>. */
    static Optional<String> deadline(String value) {
        return found(DEADLINE, value.strip());
    }

    /** The element in <code>${deadlines.step(execution.processBusinessKey, 'userTask_record_cadrage')}</code>. */
    static Optional<String> element(String value) {
        var matcher = DEADLINE.matcher(value.strip());
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
    }

    private static Optional<String> found(Pattern pattern, String value) {
        var matcher = pattern.matcher(value);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The groups of a list with commas between them. */
    static List<String> groups(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /** The fact inside the name of a group; empty when there is none. */
    static Optional<String> factOf(String group) {
        var matcher = GROUP.matcher(group);
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
    }

    static Optional<Condition> condition(String value) {
        try {
            return Optional.of(Condition.read(value));
        } catch (Condition.Unreadable other) {
            return Optional.empty();
        }
    }
}
