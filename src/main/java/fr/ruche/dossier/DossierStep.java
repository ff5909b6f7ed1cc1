package fr.ruche.dossier;

import fr.ruche.workflow.StepEntered;
import fr.ruche.workflow.StepLeft;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of the process, from the moment it waits for somebody to the moment it is over. */
@Entity
class DossierStep {

    @Id
    private String taskId;

    private String dossier;
    private String step;
    private String label;
    private String clock;
    private Instant enteredAt;

    @Nullable private Instant dueAt;

    @Nullable private Instant leftAt;

    @Nullable private String leftBy;

    @Nullable private String leftFor;

    @Nullable private Boolean completed;

    @SuppressWarnings("NullAway.Init")
    DossierStep() {}

    DossierStep(StepEntered entered, Instant at) {
        this.taskId = entered.taskId();
        this.dossier = entered.businessKey();
        this.step = entered.step();
        this.label = entered.label();
        this.clock = entered.clock();
        this.enteredAt = at;
        this.dueAt = entered.dueAt();
    }

    void left(Instant at, StepLeft left) {
        this.leftAt = at;
        this.leftBy = left.actor();
        this.leftFor = left.onBehalfOf();
        this.completed = left.completed();
    }

    void due(Instant at) {
        this.dueAt = at;
    }

    DossierNumber dossier() {
        return new DossierNumber(dossier);
    }

    String step() {
        return step;
    }

    boolean open() {
        return leftAt == null;
    }

    StepPassage toPassage() {
        return new StepPassage(step, label, clock, enteredAt, dueAt, leftAt, leftBy, completed);
    }
}
