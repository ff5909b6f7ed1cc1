package fr.ruche.dossier;

import java.util.regex.Pattern;

/** By what a list is sorted; equal ones by their number, in the same direction. What is not known comes last. */
public enum DossierSort {
    NUMBER("number_order", "text", false),
    NUMBER_DESC("number_order", "text", true),
    TITLE("title_order", "text", false),
    TITLE_DESC("title_order", "text", true),
    DUE("due_order", "timestamptz", false),
    /** The latest first. */
    RECEIVED("received_order", "timestamptz", true),
    /** The largest first. */
    REQUESTED("requested", "numeric", true),
    REQUESTED_ASC("requested", "numeric", false),
    STATUS("status", "text", false);

    private static final Pattern NUMBER_KEY = Pattern.compile("-?\\d{1,14}(\\.\\d{1,2})?");
    private static final Pattern MOMENT_KEY = Pattern.compile(
            "-?infinity|\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d){0,2}");

    private final String column;
    private final String type;
    private final boolean descending;

    DossierSort(String column, String type, boolean descending) {
        this.column = column;
        this.type = type;
        this.descending = descending;
    }

    public boolean descending() {
        return descending;
    }

    /** Whether the database can read this as a key of this order. */
    boolean takes(String key) {
        return switch (type) {
            case "numeric" -> NUMBER_KEY.matcher(key).matches();
            case "timestamptz" -> MOMENT_KEY.matcher(key).matches();
            default -> key.indexOf('\0') < 0;
        };
    }

    /** By what an index has it. */
    String column() {
        return column;
    }

    /** The condition for what comes after {@code :key} and {@code :number} in this order, or before them. */
    String beyond(boolean backward) {
        var sign = descending == backward ? ">" : "<";
        return column.equals("number_order")
                ? "d.number_order " + sign + " :number"
                : "(d." + column + ", d.number_order) " + sign + " (cast(:key as " + type + "), :number)";
    }

    String order(boolean backward) {
        var direction = descending == backward ? "" : " desc";
        return column.equals("number_order")
                ? "d.number_order" + direction
                : "d." + column + direction + ", d.number_order" + direction;
    }
}
