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
        return items.lastOutcome(dossier.value()).map(one -> advice(one.toItem(), rank(one)));
    }

    private static Advice advice(AgendaItem item, @Nullable Integer rank) {
        var outcome = item.outcome();
        return new Advice(
                outcome == null ? "" : outcome.label(),
                proposes(outcome),
                rank,
                item.operating(),
                item.investment(),
                item.reason());
    }

    private @Nullable Integer rank(ScheduledDossier item) {
        var place = item.place();
        return place == null || item.toItem().outcome() != JuryOutcome.LISTE_COMPLEMENTAIRE
                ? null
                : items.reservedBefore(item.session(), place) + 1;
    }

    private static DecisionOutcome proposes(@Nullable JuryOutcome outcome) {
        if (outcome == JuryOutcome.LISTE_COMPLEMENTAIRE) {
            return DecisionOutcome.LISTE_COMPLEMENTAIRE;
        }
        return outcome != null && outcome.favourable() ? DecisionOutcome.ATTRIBUE : DecisionOutcome.REJETE;
    }
}
