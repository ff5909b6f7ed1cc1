package fr.ruche.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts in euros: {@link BigDecimal} of scale 2, never a floating number. */
public final class Euros {

    public static final BigDecimal ZERO = new BigDecimal("0.00");
    /** No dossier of a call for projects comes near; beyond it an amount is a typing error. */
    public static final BigDecimal MAX = new BigDecimal("999999999.99");

    private static final Pattern TYPED =
            Pattern.compile("-?\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d{1,2})?|-?\\d+(?:[.,]\\d{1,2})?");

    /** Spaces, the no-break ones too, and the euro sign that follows. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\u00a0\\u202f]+|[\\s\\u00a0\\u202f]*€?[\\s\\u00a0\\u202f]*$");

    private Euros() {}

    /** The amount with two decimals; an amount with a fraction of a cent is a programming error. */
    public static BigDecimal of(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static BigDecimal of(String amount) {
        return of(new BigDecimal(amount));
    }

    /**
     * Reads an amount as a French person types it: « 1 234,56 », « 1234.5 », « 1 234 € ».
     *
     * @return empty when it is not such an amount (« 1e9 », « NaN », three decimals), so that the caller can name the
     *     field
     */
    public static Optional<BigDecimal> parse(String typed) {
        var text = AROUND.matcher(typed).replaceAll("");
        if (!TYPED.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(of(text.replaceAll("[ \\u00a0\\u202f]", "").replace(',', '.')));
    }

    /** « 1 234,56 € ». */
    public static String format(BigDecimal amount) {
        var format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount) + "\u00a0€";
    }
}
