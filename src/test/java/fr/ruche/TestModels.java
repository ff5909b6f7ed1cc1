package fr.ruche;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Bundles of models as they would be deployed: what Ruche ships, changed as a test needs it. */
public final class TestModels {

    private final Map<String, String> files;

    private TestModels(Map<String, String> files) {
        this.files = files;
    }

    /** An empty bundle. */
    public static TestModels none() {
        return new TestModels(new TreeMap<>());
    }

    /** All diagrams, tables and forms of the shipped programme. */
    public static TestModels shipped() {
        var files = new TreeMap<String, String>();
        read(files, Path.of("bpmn/dsdt"), ".bpmn", ".dmn");
        read(files, Path.of("forms/dsdt"), ".form");
        return new TestModels(files);
    }

    private static void read(Map<String, String> files, Path folder, String... endings) {
        try (var found = Files.list(folder)) {
            for (var file : found.toList()) {
                for (var ending : endings) {
                    if (file.toString().endsWith(ending)) {
                        files.put(file.getFileName().toString(), Files.readString(file));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same with one file changed; the change has to change it. */
    public TestModels change(String file, UnaryOperator<String> change) {
        var changed = change.apply(text(file));
        if (changed.equals(text(file))) {
            throw new AssertionError("nothing changed in " + file);
        }
        return with(file, changed);
    }

    /** The same with a piece of one file replaced, wherever it stands. */
    public TestModels replace(String file, String piece, String by) {
        return change(file, text -> text.replace(piece, by));
    }

    public TestModels with(String file, String content) {
        var more = new TreeMap<>(files);
        more.put(file, content);
        return new TestModels(more);
    }

    public TestModels without(String file) {
        var less = new TreeMap<>(files);
        less.remove(file);
        return new TestModels(less);
    }

    public String text(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }

    /** As the engine takes them. */
    public Map<String, byte[]> bytes() {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
