package fr.ruche.jury;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.JuryAdvice;
import java.util.Optional;
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
        return new Advice(outcome == null ? "" : outcome.label(), item.operating(), item.investment(), item.reason());
    }
}
