package fr.ruche.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number of an establishment: a SIREN and five digits, fourteen digits with a Luhn key. The establishments of La Poste
 * may instead have a sum of digits that five divides ({@code domain.md} 2.5).
 *
 * @param value fourteen digits, without spaces
 */
public record Siret(String value) {

    private static final String LA_POSTE = "356000000";

    public Siret {
        fault("siret", value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
    }

    /** Reads « 732 829 320 00074 »; empty when it is not a SIRET. */
    public static Optional<Siret> parse(String typed) {
        var digits = Typed.compact(typed);
        return fault("siret", digits).isEmpty() ? Optional.of(new Siret(digits)) : Optional.empty();
    }

    /** What is wrong with it, in French for the one who typed it; empty when it is a SIRET. */
    public static Optional<Fault> fault(String field, @Nullable String typed) {
        var digits = Typed.compact(typed);
        if (!digits.matches("[0-9]{14}")) {
            return Optional.of(new Fault(field, "SIRET", Sentences.of("siret.shape")));
        }
        return hasKey(digits)
                ? Optional.empty()
                : Optional.of(new Fault(field, "SIRET", Sentences.of("siret.key", digits)));
    }

    private static boolean hasKey(String digits) {
        if (!Siren.hasLuhnKey(digits.substring(0, 9))) {
            return false;
        }
        return Siren.hasLuhnKey(digits)
                || (digits.startsWith(LA_POSTE)
                        && digits.chars().map(c -> c - '0').sum() % 5 == 0);
    }

    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    /** « 732 829 320 00074 ». */
    public String format() {
        return siren().format() + Typed.NO_BREAK_SPACE + value.substring(9);
    }

    @Override
    public String toString() {
        return value;
    }
}
