package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision must hold before it is recorded. */
@Component
class DecisionRules {

    private final Clock clock;

    DecisionRules(Clock clock) {
        this.clock = clock;
    }

    /** @param knownReason why the dossier would be rejected: failing rules, or the motive of the jury */
    void check(DossierCase dossier, DecisionAnswer answer, @Nullable String knownReason) {
        var faults = new ArrayList<Fault>();
        if (answer.deliberationNumber() == null) {
            faults.add(new Fault("deliberationNumber", "REQUIRED", "Le numéro de la délibération est obligatoire."));
        } else if (answer.deliberationNumber().length() > 60) {
            faults.add(
                    new Fault("deliberationNumber", "LENGTH", "Le numéro de la délibération a au plus 60 caractères."));
        }
        checkDate(answer.deliberationDate(), faults);
        if (answer.outcome() == DecisionOutcome.REJETE && knownReason == null && answer.reason() == null) {
            faults.add(new Fault(
                    "decisionReason", "REQUIRED", "Le motif du rejet est obligatoire : le jury était favorable."));
        }
        if (answer.outcome() != DecisionOutcome.REJETE && granted(dossier).signum() == 0) {
            faults.add(new Fault(
                    "decisionOutcome",
                    "NO_GRANT",
                    "Le jury n’a retenu aucun montant pour ce dossier : il ne peut qu’être rejeté."));
        }
        Rejected.ifAny(faults);
    }

    private void checkDate(@Nullable LocalDate date, List<Fault> faults) {
        var today = ParisTime.dayOf(clock.instant());
        if (date == null) {
            faults.add(new Fault("deliberationDate", "REQUIRED", "La date de la délibération est obligatoire."));
        } else if (date.isAfter(today)) {
            faults.add(new Fault(
                    "deliberationDate",
                    "FUTURE",
                    "La délibération ne peut pas être datée du " + FrenchDay.format(date) + ", qui est à venir."));
        }
    }

    static BigDecimal granted(DossierCase dossier) {
        return amount(dossier.grantedOperating()).add(amount(dossier.grantedInvestment()));
    }

    static BigDecimal amount(@Nullable BigDecimal amount) {
        return amount == null ? Euros.ZERO : amount;
    }
}
