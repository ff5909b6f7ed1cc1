package fr.ruche.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number of an association in the répertoire national des associations ({@code domain.md} 2.5).
 *
 * @param value W and nine characters, digits but for the third one overseas and in Corsica
 */
public record Rna(String value) {

    public Rna {
        fault("rna", value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
    }

    /** Reads « w 595 999 001 »; empty when it is not such a number. */
    public static Optional<Rna> parse(String typed) {
        var compact = Typed.compact(typed);
        return fault("rna", compact).isEmpty() ? Optional.of(new Rna(compact)) : Optional.empty();
    }

    /** What is wrong with it, in French for the one who typed it; empty when it is such a number. */
    public static Optional<Fault> fault(String field, @Nullable String typed) {
        return Typed.compact(typed).matches("W[0-9][0-9A-Z][0-9]{7}")
                ? Optional.empty()
                : Optional.of(new Fault(field, "RNA", Sentences.of("rna.shape")));
    }

    /** Whether the open-data schema of subsidies accepts it: it knows digits only. */
    public boolean publishable() {
        return value.matches("W[0-9]{9}");
    }

    @Override
    public String toString() {
        return value;
    }
}
