package fr.ruche.jury;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.funding.JuryAdvice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The advice of the jury, for the decision. */
@Component
class RecordedAdvice implements JuryAdvice {

    private final AgendaTable items;

    RecordedAdvice(AgendaTable items) {
        this.items = items;
    }

    @Override
    public Optional<Advice> on(DossierNumber dossier) {
        return items.lastOutcome(dossier.value()).map(ScheduledDossier::toItem).map(RecordedAdvice::advice);
    }

    private static Advice advice(AgendaItem item) {
        var outcome = item.outcome();
        return new Advice(
                outcome == null ? "" : outcome.label(),
                proposes(outcome),
                item.operating(),
                item.investment(),
                item.reason());
    }

    private static DecisionOutcome proposes(@Nullable JuryOutcome outcome) {
        if (outcome == JuryOutcome.LISTE_COMPLEMENTAIRE) {
            return DecisionOutcome.LISTE_COMPLEMENTAIRE;
        }
        return outcome != null && outcome.favourable() ? DecisionOutcome.ATTRIBUE : DecisionOutcome.REJETE;
    }
}
