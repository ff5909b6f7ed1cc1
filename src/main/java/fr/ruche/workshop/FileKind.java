package fr.ruche.workshop;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a file of a programme is, by the end of its name. */
public enum FileKind {
    BPMN(".bpmn", "bpmn"),
    DMN(".dmn", "bpmn"),
    FORM(".form", "forms"),
    /** The parameters of a call, loaded at the first start of a program that ships it. */
    CALL(".call.yaml", "bpmn"),
    /** The text of a letter for the dossiers of the programme. */
    LETTER(".letter.txt", "letters"),
    /** What is tried on a version before it is approved. */
    SCENARIO(".scenario.yaml", "scenarios");

    private static final Pattern STEM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final String ending;
    private final String folder;

    FileKind(String ending, String folder) {
        this.ending = ending;
        this.folder = folder;
    }

    /** The kind of a file by its bare name; empty for a name that no file of a programme may have. */
    public static Optional<FileKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.takes(name)).findFirst();
    }

    private boolean takes(String name) {
        return stem(name).filter(stem -> STEM.matcher(stem).matches()).isPresent();
    }

    /** The name of a file without the ending of this kind; empty for a name that ends otherwise. */
    public Optional<String> stem(String name) {
        return name.endsWith(ending)
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    /** Whether the engine takes it, and the review looks at it. */
    public boolean model() {
        return this == BPMN || this == DMN || this == FORM;
    }

    /** Those files of a bundle that are models. */
    static Map<String, byte[]> models(Map<String, byte[]> files) {
        var models = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (of(name).filter(FileKind::model).isPresent()) {
                models.put(name, content);
            }
        });
        return models;
    }

    /** In which a programme has a folder for files of this kind. */
    public String folder() {
        return folder;
    }

    /** How names of this kind end. */
    public String ending() {
        return ending;
    }
}
