package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
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
                "L" + label(envelope.jury(), envelope.credit()).substring(1) + " (" + envelope.call()
                        + ") ne suffit pas : il reste " + Euros.format(envelope.remainder()) + ", "
                        + Euros.format(asked) + " sont demandés.");
    }

    String none(String jury, Credit credit) {
        return "Cet appel ne prévoit pas " + label(jury, credit) + ".";
    }

    private String label(String jury, Credit credit) {
        var section = credit == Credit.OPERATING ? "l’enveloppe de fonctionnement" : "l’enveloppe d’investissement";
        return section + " du " + names.of(jury);
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
