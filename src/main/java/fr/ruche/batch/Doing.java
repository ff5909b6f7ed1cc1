package fr.ruche.batch;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Interventions;
import fr.ruche.identity.Actor;
import fr.ruche.workflow.Processes;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Does to one dossier what a batch does to all of its own, and says why not. */
@Component
class Doing {

    private final Dossiers dossiers;
    private final Interventions interventions;
    private final Processes processes;

    Doing(Dossiers dossiers, Interventions interventions, Processes processes) {
        this.dossiers = dossiers;
        this.interventions = interventions;
        this.processes = processes;
    }

    void to(
            DossierNumber dossier,
            BatchAction action,
            @Nullable String step,
            @Nullable LocalDate until,
            String motive,
            Actor by) {
        switch (action) {
            case SUSPEND -> interventions.suspend(dossier, motive, by);
            case RESUME -> interventions.resume(dossier, motive, by);
            case BRING -> interventions.bring(dossier, Objects.requireNonNull(step), until, motive, by);
            case WITHDRAW -> dossiers.withdraw(dossier, by, motive);
            case RETRY -> retry(dossier, motive, by);
        }
    }

    private void retry(DossierNumber dossier, String motive, Actor by) {
        dossiers.visibleForChange(by, dossier);
        if (processes.retry(dossier.value()) == 0) {
            throw new Conflict(Sentences.of("batch.nothingFailed"));
        }
        dossiers.note(dossier, "INCIDENT_RETRIED", Sentences.of("batch.line.retried", motive));
    }

    /** The sentence of a refusal; empty for what nobody has foreseen. */
    static Optional<String> refusal(RuntimeException failure) {
        if (failure instanceof Rejected rejected) {
            return Optional.of(rejected.faults().get(0).message());
        }
        if (failure instanceof Conflict || failure instanceof NotFound || failure instanceof Forbidden) {
            return Optional.ofNullable(failure.getMessage());
        }
        return failure instanceof ConcurrencyFailureException
                ? Optional.of(Sentences.of("worklist.overtaken"))
                : Optional.empty();
    }
}
