package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
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
            faults.add(new Fault("deliberationNumber", "REQUIRED", Sentences.of("decision.number.required")));
        } else if (answer.deliberationNumber().length() > 60) {
            faults.add(new Fault("deliberationNumber", "LENGTH", Sentences.of("decision.number.long")));
        }
        checkDate(answer.deliberationDate(), faults);
        if (answer.outcome() == DecisionOutcome.REJETE && knownReason == null && answer.reason() == null) {
            faults.add(new Fault("decisionReason", "REQUIRED", Sentences.of("decision.reason.required")));
        }
        if (answer.outcome() != DecisionOutcome.REJETE && granted(dossier).signum() == 0) {
            faults.add(new Fault("decisionOutcome", "NO_GRANT", Sentences.of("decision.noGrant")));
        }
        Rejected.ifAny(faults);
    }

    private void checkDate(@Nullable LocalDate date, List<Fault> faults) {
        var today = ParisTime.dayOf(clock.instant());
        if (date == null) {
            faults.add(new Fault("deliberationDate", "REQUIRED", Sentences.of("decision.date.required")));
        } else if (date.isAfter(today)) {
            faults.add(new Fault(
                    "deliberationDate", "FUTURE", Sentences.of("decision.date.future", FrenchDay.format(date))));
        }
    }

    static BigDecimal granted(DossierCase dossier) {
        return amount(dossier.grantedOperating()).add(amount(dossier.grantedInvestment()));
    }

    static BigDecimal amount(@Nullable BigDecimal amount) {
        return amount == null ? Euros.ZERO : amount;
    }
}
