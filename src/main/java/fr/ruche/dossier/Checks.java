package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a submission: all of it, never only the first. */
final class Checks {

    static final int LINE = 300;
    static final int TEXT = 10_000;

    /** Control characters, halves of characters, marks that turn the direction of a text round. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}]");

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    void add(String field, String rule, String message) {
        faults.add(new Fault(field, rule, message));
    }

    void add(Optional<Fault> fault) {
        fault.ifPresent(faults::add);
    }

    void line(String field, @Nullable String value) {
        readable(field, value, LINE, value);
    }

    /** Several lines. */
    void text(String field, @Nullable String value) {
        readable(field, value, TEXT, value == null ? null : value.replaceAll("[\\n\\r\\t]", " "));
    }

    private void readable(String field, @Nullable String value, int longest, @Nullable String checked) {
        if (value == null || checked == null) {
            return;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            add(field, "LENGTH", Sentences.of("check.long", String.valueOf(longest)));
        }
        if (UNREADABLE.matcher(checked).find()) {
            add(field, "CHARACTERS", Sentences.of("check.invisible"));
        }
    }

    void amount(String field, @Nullable BigDecimal value) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0) {
            add(field, "B4", Sentences.of("check.amount.negative"));
        }
        if (value.abs().compareTo(Euros.MAX) > 0) {
            add(field, "AMOUNT", Sentences.of("check.amount.large", Euros.format(Euros.MAX)));
        }
        if (value.stripTrailingZeros().scale() > 2) {
            add(field, "AMOUNT", Sentences.of("check.amount.cents"));
        }
    }

    /** @param part of the dossier, named {@code part.…} in the messages */
    void required(String field, @Nullable Object value, String part) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            add(field, "REQUIRED", Sentences.of("check.required", Sentences.of("part." + part)));
        }
    }
}
