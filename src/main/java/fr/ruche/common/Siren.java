package fr.ruche.common;

import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * Number of a legal unit: nine digits with a Luhn key ({@code domain.md} 2.5).
 *
 * @param value nine digits, without spaces
 */
public record Siren(String value) {

    public Siren {
        fault("siren", value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
    }

    /** Reads « 732 829 320 »; empty when it is not a SIREN. */
    public static Optional<Siren> parse(String typed) {
        var digits = Typed.compact(typed);
        return fault("siren", digits).isEmpty() ? Optional.of(new Siren(digits)) : Optional.empty();
    }

    /** What is wrong with it, in French for the one who typed it; empty when it is a SIREN. */
    public static Optional<Fault> fault(String field, @Nullable String typed) {
        var digits = Typed.compact(typed);
        if (!digits.matches("[0-9]{9}")) {
            return Optional.of(new Fault(field, "SIREN", Sentences.of("siren.shape")));
        }
        return hasLuhnKey(digits)
                ? Optional.empty()
                : Optional.of(new Fault(field, "SIREN", Sentences.of("siren.key", digits)));
    }

    static boolean hasLuhnKey(String digits) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }

    /** « 732 829 320 ». */
    public String format() {
        return Typed.grouped(value, 3);
    }

    @Override
    public String toString() {
        return value;
    }
}
