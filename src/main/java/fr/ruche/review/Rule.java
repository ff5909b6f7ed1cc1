package fr.ruche.review;

import fr.ruche.common.Sentences;

/**
 * What the gate holds a model against. Its sentence is {@code rule.<name>} of {@code messages.properties}, its remedy
 * {@code rule.<name>.cure}; rules that bpmnlint recommends carry their name there.
 */
public enum Rule {
    // The file as it comes.
    FILE_NAME(Kind.SAFETY),
    BUNDLE_SIZE(Kind.SAFETY),
    FILE_SIZE(Kind.SAFETY),
    ENCODING(Kind.SAFETY),
    DOCTYPE(Kind.SAFETY),
    INSTRUCTION(Kind.SAFETY),
    UNREADABLE(Kind.SAFETY),
    TOO_DEEP(Kind.SAFETY),
    TOO_MANY(Kind.SAFETY),
    TOO_LONG(Kind.SAFETY),
    REVIEW_FAILED(Kind.SAFETY),
    LOOKALIKE(Kind.SAFETY),
    HIDDEN_CHARACTER(Kind.SAFETY),

    // What a diagram or a table may hold.
    NAMESPACE(Kind.SAFETY),
    ELEMENT(Kind.SAFETY),
    ATTRIBUTE(Kind.SAFETY),
    ATTRIBUTE_VALUE(Kind.SAFETY),
    TEXT_PLACE(Kind.SAFETY),
    SCRIPT(Kind.SAFETY),
    CODE(Kind.SAFETY),
    LISTENER(Kind.SAFETY),
    CONNECTOR(Kind.SAFETY),
    FOREIGN_FORM(Kind.SAFETY),
    VARIABLES(Kind.SAFETY),
    EXPRESSION_PLACE(Kind.SAFETY),
    EXPRESSION(Kind.SAFETY),
    ID_MISSING(Kind.ERROR),
    ID_SYNTAX(Kind.SAFETY),
    ID_TWICE(Kind.SAFETY),
    REFERENCE(Kind.ERROR),

    // A diagram as a whole.
    ONE_PROCESS(Kind.ERROR),
    PROCESS_NAME(Kind.ERROR),
    PROCESS_EXECUTABLE(Kind.ERROR),
    HISTORY(Kind.ERROR),
    FLOW_LISTS(Kind.ERROR),
    SUBJECT_MIXED(Kind.ERROR),
    MESSAGE_UNAWAITED(Kind.WARNING),

    // The words of its boxes.
    ACTION_MISSING(Kind.ERROR),
    ACTION_UNKNOWN(Kind.ERROR),
    ACTION_ID(Kind.WARNING),
    STEP_UNKNOWN(Kind.ERROR),
    FORM_MISSING(Kind.ERROR),
    FORM_BINDING(Kind.ERROR),
    FORM_ABSENT(Kind.ERROR),
    GROUP_MISSING(Kind.ERROR),
    GROUP_UNKNOWN(Kind.ERROR),
    GROUP_STEP(Kind.ERROR),
    DUE_MISSING(Kind.ERROR),
    DEADLINE_UNKNOWN(Kind.ERROR),
    DEADLINE_KIND(Kind.ERROR),
    DEADLINE_ELEMENT(Kind.ERROR),
    CLOCK(Kind.ERROR),
    PROPERTY(Kind.ERROR),
    BY_HAND(Kind.ERROR),
    PAGE_STEP(Kind.ERROR),
    MESSAGE_MISSING(Kind.ERROR),
    MESSAGE_UNKNOWN(Kind.ERROR),
    EVENT(Kind.ERROR),
    TABLE_MISSING(Kind.ERROR),
    TABLE_ABSENT(Kind.ERROR),
    TABLE_RESULT(Kind.ERROR),

    // Its conditions.
    FACT_UNKNOWN(Kind.ERROR),
    FACT_TYPE(Kind.ERROR),
    FACT_VALUE(Kind.ERROR),
    FACT_UNSET(Kind.ERROR),
    CONDITION_PLACE(Kind.ERROR),
    CONDITION_NEVER(Kind.ERROR),
    GATEWAY_CONDITIONS(Kind.ERROR),
    GATEWAY_UNCOVERED(Kind.ERROR),
    GATEWAY_AMBIGUOUS(Kind.WARNING),

    // Where its ways lead.
    UNREACHABLE(Kind.ERROR),
    NO_WAY_OUT(Kind.ERROR),
    LOOP_WITHOUT_WAIT(Kind.ERROR),
    PARALLEL_JOIN_BLOCKED(Kind.ERROR),
    TWICE_AT_ONCE(Kind.ERROR),
    TOO_TANGLED(Kind.WARNING),
    DRAWN_ELSEWHERE(Kind.ERROR),

    // What bpmnlint recommends, under its names. Those about elements that no model may hold are ELEMENT above.
    CONDITIONAL_FLOWS(Kind.ERROR),
    END_EVENT_REQUIRED(Kind.ERROR),
    EVENT_BASED_GATEWAY(Kind.ERROR),
    EVENT_SUB_PROCESS_TYPED_START_EVENT(Kind.ERROR),
    FAKE_JOIN(Kind.WARNING),
    GLOBAL(Kind.WARNING),
    LABEL_REQUIRED(Kind.ERROR),
    NO_BPMNDI(Kind.ERROR),
    NO_DISCONNECTED(Kind.ERROR),
    NO_DUPLICATE_SEQUENCE_FLOWS(Kind.ERROR),
    NO_GATEWAY_JOIN_FORK(Kind.ERROR),
    NO_IMPLICIT_SPLIT(Kind.ERROR),
    NO_IMPLICIT_END(Kind.ERROR),
    NO_IMPLICIT_START(Kind.ERROR),
    NO_OVERLAPPING_ELEMENTS(Kind.WARNING),
    SINGLE_BLANK_START_EVENT(Kind.ERROR),
    SINGLE_EVENT_DEFINITION(Kind.ERROR),
    START_EVENT_REQUIRED(Kind.ERROR),
    SUB_PROCESS_BLANK_START_EVENT(Kind.ERROR),
    SUPERFLUOUS_GATEWAY(Kind.WARNING),
    SUPERFLUOUS_LABEL(Kind.WARNING),
    SUPERFLUOUS_TERMINATION(Kind.WARNING),

    // Tables.
    FEEL_UNREADABLE(Kind.ERROR),
    FEEL_FORBIDDEN(Kind.SAFETY),
    NAME_UNKNOWN(Kind.ERROR),
    TABLE_UNKNOWN(Kind.ERROR),
    TABLE_KIND(Kind.ERROR),
    HIT_POLICY(Kind.ERROR),
    COLUMN_TYPE(Kind.ERROR),
    OUTPUT_UNKNOWN(Kind.ERROR),
    OUTPUT_MISSING(Kind.ERROR),
    OUTPUT_VALUE(Kind.ERROR),
    CELL_COUNT(Kind.ERROR),
    CELL_TYPE(Kind.ERROR),
    CELL_VALUE(Kind.ERROR),
    TABLE_GAP(Kind.WARNING),
    TABLE_INCOMPLETE(Kind.ERROR),
    TABLE_OVERLAP(Kind.ERROR),
    ROW_NEVER_REACHED(Kind.WARNING),
    TABLE_TOO_WIDE(Kind.WARNING),

    // Forms.
    FORM_NAME(Kind.ERROR),
    FORM_UNUSED(Kind.WARNING),
    FORM_PROPERTY(Kind.SAFETY),
    FORM_COMPONENT(Kind.SAFETY),
    FORM_HTML(Kind.SAFETY),
    FORM_LINK(Kind.SAFETY),
    FORM_TEMPLATE(Kind.SAFETY),
    FORM_LABEL(Kind.ERROR),
    FORM_LENGTH(Kind.ERROR),
    FORM_PATTERN(Kind.SAFETY),
    FORM_OPTIONS(Kind.ERROR),
    FORM_OPTION(Kind.ERROR),
    KEY_TWICE(Kind.ERROR),
    FIELD_UNKNOWN(Kind.ERROR),
    FIELD_MISSING(Kind.ERROR),
    FIELD_KIND(Kind.ERROR),
    FIELD_TAKEN(Kind.ERROR),
    QUESTION_MISSING(Kind.ERROR);

    private final Kind kind;

    Rule(Kind kind) {
        this.kind = kind;
    }

    private enum Kind {
        /** Refuses a deployment, and the reading of what was deployed without passing the gate. */
        SAFETY,
        /** Refuses a deployment. */
        ERROR,
        WARNING
    }

    public Severity severity() {
        return kind == Kind.WARNING ? Severity.WARNING : Severity.ERROR;
    }

    /** Whether it keeps out what could do harm; the others keep out what would not work. */
    public boolean safety() {
        return kind == Kind.SAFETY;
    }

    Finding at(String file, String element, int line, Object... arguments) {
        return new Finding(
                file,
                element,
                line,
                name(),
                severity(),
                Sentences.of("rule." + name(), arguments),
                Sentences.of("rule." + name() + ".cure", arguments));
    }
}
