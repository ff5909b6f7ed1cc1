package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;

/** What is said when an envelope refuses. */
final class EnvelopeRules {

    private EnvelopeRules() {}

    static Fault tooLittle(Envelope envelope, BigDecimal asked) {
        var label = Character.toUpperCase(envelope.label().charAt(0))
                + envelope.label().substring(1);
        return new Fault(
                envelope.credit().field(),
                "ENVELOPE",
                label + " (" + envelope.call() + ") ne suffit pas : il reste " + Euros.format(envelope.remainder())
                        + ", " + Euros.format(asked) + " sont demandés.");
    }

    static String none(String jury, Credit credit) {
        return "Cet appel ne prévoit pas " + Envelope.label(jury, credit) + ".";
    }

    static String belowCommitted(Envelope envelope) {
        return "Le montant ne peut pas être inférieur à ce qui est déjà engagé : " + Euros.format(envelope.committed())
                + ".";
    }

    static void checkChange(BigDecimal amount, String reason) {
        var faults = new ArrayList<Fault>();
        if (amount.signum() < 0 || amount.compareTo(Euros.MAX) > 0) {
            faults.add(
                    new Fault("amount", "RANGE", "Le montant est compris entre 0 et " + Euros.format(Euros.MAX) + "."));
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            faults.add(new Fault("amount", "AMOUNT", "Le montant a au plus deux décimales."));
        }
        if (reason.isBlank()) {
            faults.add(new Fault("reason", "REQUIRED", "Le motif de la modification est obligatoire."));
        }
        Rejected.ifAny(faults);
    }
}
