package fr.ruche.workshop;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import fr.ruche.review.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the files of a programme may be called, and how large they may be: {@code ruche.models.limits.*}. */
final class Bundle {

    private Bundle() {}

    /** Why a file may not be one of a programme, if so. */
    static Optional<Fault> refusal(String name, int size, Limits limits) {
        if (FileKind.of(name).isEmpty()) {
            return Optional.of(new Fault(name, "FILE_NAME", Sentences.of("workshop.file.kind", shown(name))));
        }
        if (name.length() > limits.nameLength()) {
            return Optional.of(
                    new Fault(name, "FILE_NAME", Sentences.of("workshop.file.long", shown(name), limits.nameLength())));
        }
        return size > limits.fileBytes() ? Optional.of(tooLarge(name, limits)) : Optional.empty();
    }

    static Fault tooLarge(String name, Limits limits) {
        return new Fault(name, "FILE_SIZE", Sentences.of("workshop.file.large", shown(name), limits.fileBytes()));
    }

    /** Why so many files, or so large ones, may not be together. */
    static List<Fault> refusals(Map<String, Integer> sizes, Limits limits) {
        var bytes = sizes.values().stream().mapToLong(Integer::longValue).sum();
        return sizes.size() > limits.files() || bytes > limits.bundleBytes() ? List.of(tooMuch(limits)) : List.of();
    }

    static Fault tooMuch(Limits limits) {
        return new Fault(
                "", "BUNDLE_SIZE", Sentences.of("workshop.bundle.large", limits.files(), limits.bundleBytes()));
    }

    /** A name of somebody else's making, as it can be shown in a sentence. */
    static String shown(String name) {
        var plain = name.replaceAll("[\\p{C}]", "?");
        return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
    }
}
