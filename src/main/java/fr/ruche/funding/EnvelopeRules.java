package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.JuryNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said when an envelope refuses. */
@Component
class EnvelopeRules {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final JuryNames names;

    EnvelopeRules(JuryNames names) {
        this.names = names;
    }

    Fault tooLittle(Envelope envelope, BigDecimal asked) {
        return new Fault(
                envelope.credit().field(),
                "ENVELOPE",
                Sentences.of(
                        "envelope.tooLittle." + envelope.credit(),
                        names.of(envelope.jury()),
                        envelope.call(),
                        Euros.format(envelope.remainder()),
                        Euros.format(asked)));
    }

    String none(String jury, Credit credit) {
        return Sentences.of("envelope.none." + credit, names.of(jury));
    }

    static String belowCommitted(Envelope envelope) {
        return Sentences.of("envelope.belowCommitted", Euros.format(envelope.committed()));
    }

    static void checkDelegation(Envelope from, Envelope to, BigDecimal amount) {
        var faults = new ArrayList<Fault>();
        if (!from.call().equals(to.call()) || from.credit() != to.credit() || from.year() != to.year()) {
            faults.add(new Fault("to", "ENVELOPE", Sentences.of("envelope.delegation.same")));
        } else if (!"regional".equals(from.jury()) && !"regional".equals(to.jury())) {
            faults.add(new Fault("to", "ENVELOPE", Sentences.of("envelope.delegation.regional")));
        }
        if (amount.signum() == 0) {
            faults.add(new Fault("amount", "RANGE", Sentences.of("envelope.delegation.zero")));
        } else if (amount.compareTo(from.remainder()) > 0) {
            faults.add(new Fault(
                    "amount",
                    "ENVELOPE",
                    Sentences.of("envelope.delegation.more", Euros.format(amount), Euros.format(from.remainder()))));
        } else if (to.amount().add(amount).compareTo(Euros.MAX) > 0) {
            faults.add(new Fault("amount", "RANGE", Sentences.of("envelope.amount.range", Euros.format(Euros.MAX))));
        }
        Rejected.ifAny(faults);
    }

    /** @param juries of the call; @param measures of the call */
    static void checkOpening(EnvelopePlan plan, Set<String> juries, Set<String> measures) {
        var faults = new ArrayList<Fault>();
        if (plan.jury() == null || !juries.contains(plan.jury())) {
            faults.add(new Fault("jury", "CHOICE", Sentences.of("envelope.jury.required")));
        }
        if (plan.measure() != null && !measures.contains(plan.measure())) {
            faults.add(new Fault("measure", "CHOICE", Sentences.of("callCheck.measure.unknown", plan.measure())));
        }
        var year = plan.year();
        if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
            faults.add(new Fault("year", "RANGE", Sentences.of("envelope.year.range")));
        }
        if (plan.credit() == null) {
            faults.add(new Fault("credit", "REQUIRED", Sentences.of("envelope.credit.required")));
        }
        if (plan.amount() == null) {
            faults.add(new Fault("amount", "REQUIRED", Sentences.of("envelope.amount.missing")));
            reason(plan.reason(), faults);
        } else {
            change(plan.amount(), plan.reason(), faults);
        }
        Rejected.ifAny(faults);
    }

    static void checkChange(BigDecimal amount, String reason) {
        var faults = new ArrayList<Fault>();
        change(amount, reason, faults);
        Rejected.ifAny(faults);
    }

    private static void change(BigDecimal amount, @Nullable String reason, List<Fault> faults) {
        if (amount.signum() < 0 || amount.compareTo(Euros.MAX) > 0) {
            faults.add(new Fault("amount", "RANGE", Sentences.of("envelope.amount.range", Euros.format(Euros.MAX))));
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            faults.add(new Fault("amount", "AMOUNT", Sentences.of("envelope.amount.cents")));
        }
        reason(reason, faults);
    }

    private static void reason(@Nullable String reason, List<Fault> faults) {
        if (reason == null || reason.isBlank()) {
            faults.add(new Fault("reason", "REQUIRED", Sentences.of("envelope.reason.missing")));
        }
    }
}
