package fr.ruche.common;

import java.util.Optional;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/**
 * Number of a bank account: ISO 13616, and the key of the RIB where the account is French ({@code domain.md} 2.5).
 *
 * @param value capitals and digits, without spaces
 */
public record Iban(String value) {

    public Iban {
        fault("iban", value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
    }

    /** Reads « FR76 3000 6000 … »; empty when it is not an IBAN. */
    public static Optional<Iban> parse(String typed) {
        var compact = Typed.compact(typed);
        return fault("iban", compact).isEmpty() ? Optional.of(new Iban(compact)) : Optional.empty();
    }

    /** « •••• 0122 »: enough to recognise an account, too little to use it. */
    public static String masked(String typed) {
        var iban = Typed.compact(typed);
        return "•••• " + iban.substring(Math.max(0, iban.length() - 4));
    }

    /** « FR76 9999 9000 … », as it is printed on paper. */
    public static String grouped(String typed) {
        return Typed.compact(typed).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What is wrong with it, in French for the one who typed it; the account itself is not repeated. */
    public static Optional<Fault> fault(String field, @Nullable String typed) {
        var iban = Typed.compact(typed);
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return Optional.of(new Fault(field, "IBAN", Sentences.of("iban.shape")));
        }
        if (iban.startsWith("FR") && iban.length() != 27) {
            return Optional.of(new Fault(field, "IBAN", Sentences.of("iban.french")));
        }
        return isValid(iban) ? Optional.empty() : Optional.of(new Fault(field, "IBAN", Sentences.of("iban.key")));
    }

    private static boolean isValid(String iban) {
        return IBANValidator.getInstance().isValid(iban) && (!iban.startsWith("FR") || hasRibKey(iban.substring(4)));
    }

    private static boolean hasRibKey(String rib) {
        var digits = rib.chars().collect(StringBuilder::new, Iban::appendDigit, StringBuilder::append);
        var bank = Long.parseLong(digits.substring(0, 5));
        var branch = Long.parseLong(digits.substring(5, 10));
        var account = Long.parseLong(digits.substring(10, 21));
        var key = Long.parseLong(digits.substring(21));
        return key == 97 - (89 * bank + 15 * branch + 3 * account) % 97;
    }

    /** A and J are 1, B, K and S are 2, and so on. */
    private static void appendDigit(StringBuilder digits, int character) {
        if (Character.isDigit(character)) {
            digits.append((char) character);
        } else {
            var rank = character - 'A';
            digits.append(rank < 9 ? rank + 1 : rank < 18 ? rank - 8 : rank - 16);
        }
    }

    /** « FR76 3000 6000 … ». */
    public String format() {
        return Typed.grouped(value, 4);
    }

    /** Only the country and the last four characters: what may be shown to those who need no more. */
    public String masked() {
        return value.substring(0, 4) + " •••• " + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
