package fr.ruche.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.common.Sentences;
import fr.ruche.review.Difference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what changes from one bundle to another: what is written otherwise and means the same, such as another
 * order of attributes, is no difference. A file that cannot be read is only said to have changed.
 */
public final class Comparison {

    private final Vocabulary words;
    private final Limits limits;

    public Comparison(Vocabulary words, Limits limits) {
        this.words = words;
        this.limits = limits;
    }

    /**
     * By file, and within a file in the order of what comes after.
     *
     * @param before content by bare file name, as is {@code after}
     */
    public List<Difference> differences(Map<String, byte[]> before, Map<String, byte[]> after) {
        var found = new ArrayList<Difference>();
        for (var name : names(before, after)) {
            var old = before.get(name);
            var now = after.get(name);
            if (old == null) {
                found.add(Difference.of(name, "", Kind.ADDED, Sentences.of("compare.file.added", name)));
            } else if (now == null) {
                found.add(Difference.of(name, "", Kind.REMOVED, Sentences.of("compare.file.removed", name)));
            } else if (!Arrays.equals(old, now)) {
                found.addAll(file(name, old, now));
            }
        }
        return found;
    }

    /** The tables of both, each laid over itself; those that are in one of them only are left out. */
    public List<ComparedTable> tables(Map<String, byte[]> before, Map<String, byte[]> after) {
        return names(before, after).stream()
                .filter(name -> name.endsWith(".dmn") && before.containsKey(name) && after.containsKey(name))
                .flatMap(name -> both(tables(name, before.get(name)), tables(name, after.get(name)))
                        .map(both -> new TableDifferences(name, both.before(), both.after()).laidOver().stream())
                        .orElse(Stream.empty()))
                .toList();
    }

    /** A condition of a diagram as a person says it; what is not one stays as it is. */
    public String condition(String written) {
        return BoxFacets.condition(words, written);
    }

    /** What the vocabulary calls a fact; its name when it is not known there. */
    public String fact(String name) {
        return BoxFacets.fact(words, name);
    }

    private static TreeSet<String> names(Map<String, byte[]> before, Map<String, byte[]> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private List<Difference> file(String name, byte[] before, byte[] after) {
        if (name.endsWith(".bpmn")) {
            return both(diagram(name, before), diagram(name, after))
                    .map(both -> new DiagramDifferences(name, words, both.before(), both.after()).all())
                    .orElse(whole(name));
        }
        if (name.endsWith(".dmn")) {
            return both(tables(name, before), tables(name, after))
                    .map(both -> new TableDifferences(name, both.before(), both.after()).all())
                    .orElse(whole(name));
        }
        if (name.endsWith(".form")) {
            return both(form(name, before), form(name, after))
                    .map(both -> FormDifferences.of(name, both.before(), both.after()))
                    .orElse(whole(name));
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return both(ParameterDifferences.read(before), ParameterDifferences.read(after))
                    .map(both -> ParameterDifferences.of(name, both.before(), both.after()))
                    .orElse(whole(name));
        }
        return whole(name);
    }

    private static List<Difference> whole(String name) {
        return List.of(Difference.of(name, "", Kind.CHANGED, Sentences.of("compare.file.changed", name)));
    }

    private Optional<Diagram> diagram(String name, byte @Nullable [] content) {
        var unheard = new Complaints(name);
        return Diagram.safe(content == null ? new byte[0] : content, limits, unheard)
                .flatMap(root -> Diagram.of(root, limits, unheard));
    }

    private Optional<Tables> tables(String name, byte @Nullable [] content) {
        var unheard = new Complaints(name);
        return Tables.safe(content == null ? new byte[0] : content, limits, unheard)
                .map(root -> Tables.of(root, unheard));
    }

    private Optional<ObjectNode> form(String name, byte[] content) {
        return JsonFile.read(content, limits, new Complaints(name));
    }

    private static <T> Optional<Both<T>> both(Optional<T> before, Optional<T> after) {
        return before.flatMap(old -> after.map(now -> new Both<>(old, now)));
    }

    private record Both<T>(T before, T after) {}
}
