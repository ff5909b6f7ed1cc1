package fr.ruche.review;

/**
 * One thing that a model says wrong.
 *
 * @param file name of the file, such as {@code dsdt-dossier.bpmn}; empty when it concerns all of them together
 * @param element id of the box, arrow, cell or field as the file names it, on which it can be shown; empty when it
 *     concerns the whole file
 * @param line where the element begins in the file, counted from 1; 0 when it has no line
 * @param code name of the {@link Rule}
 * @param sentence what is wrong and why, in French
 * @param remedy how to mend it, in French
 */
public record Finding(
        String file, String element, int line, String code, Severity severity, String sentence, String remedy) {

    public boolean refuses() {
        return severity == Severity.ERROR;
    }

    /** In one line, for a console or a message: {@code file, element: sentence remedy}. */
    public String told() {
        var where = element.isEmpty() ? file : file + ", " + element;
        return where + (where.isEmpty() ? "" : " : ") + sentence + " " + remedy;
    }
}
