package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.JuryNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** What is said when an envelope refuses. */
@Component
class EnvelopeRules {

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
        if (!from.call().equals(to.call()) || from.credit() != to.credit()) {
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

    static void checkChange(BigDecimal amount, String reason) {
        var faults = new ArrayList<Fault>();
        if (amount.signum() < 0 || amount.compareTo(Euros.MAX) > 0) {
            faults.add(new Fault("amount", "RANGE", Sentences.of("envelope.amount.range", Euros.format(Euros.MAX))));
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            faults.add(new Fault("amount", "AMOUNT", Sentences.of("envelope.amount.cents")));
        }
        if (reason.isBlank()) {
            faults.add(new Fault("reason", "REQUIRED", Sentences.of("envelope.reason.missing")));
        }
        Rejected.ifAny(faults);
    }
}
