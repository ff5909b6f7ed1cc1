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
import java.util.Objects;
import java.util.Optional;
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

    /** @param plan with all that its action needs */
    void to(DossierNumber dossier, BatchPlan plan, Actor by) {
        var motive = Objects.requireNonNull(plan.motive());
        switch (Objects.requireNonNull(plan.action())) {
            case SUSPEND -> interventions.suspend(dossier, motive, by);
            case RESUME -> interventions.resume(dossier, motive, by);
            case BRING -> interventions.bring(dossier, Objects.requireNonNull(plan.step()), plan.until(), motive, by);
            case MIGRATE -> interventions.migrate(dossier, Objects.requireNonNull(plan.version()), motive, by);
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
