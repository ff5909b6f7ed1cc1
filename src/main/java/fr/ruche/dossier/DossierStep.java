package fr.ruche.dossier;

import fr.ruche.workflow.StepEntered;
import fr.ruche.workflow.StepHandedOn;
import fr.ruche.workflow.StepLeft;
import fr.ruche.workflow.StepMigrated;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A step of the process, from the moment it waits for somebody to the moment it is over. */
@Entity
@DynamicUpdate
class DossierStep {

    @Id
    private String taskId;

    private String dossier;
    private String call;

    @Nullable private Integer version;

    private String step;
    private String label;
    private String clock;
    private Instant enteredAt;

    @Nullable private Instant dueAt;

    @Nullable private Instant leftAt;

    @Nullable private String leftBy;

    @Nullable private String leftFor;

    @Nullable private Boolean completed;

    @Column(columnDefinition = "text[]")
    private String[] groups = {};

    @Nullable private String assignee;

    @Nullable private String owner;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable private Standing standing;

    private long paused;

    @Nullable private Long way;

    @SuppressWarnings("NullAway.Init")
    DossierStep() {}

    /** @param way the number of the way by which it was reached */
    DossierStep(StepEntered entered, String call, Standing standing, @Nullable Long way, Instant at) {
        this.way = way;
        this.call = call;
        this.standing = standing;
        this.version = entered.version();
        this.taskId = entered.taskId();
        this.dossier = entered.businessKey();
        this.step = entered.step();
        this.label = entered.label();
        this.clock = entered.clock();
        this.enteredAt = at;
        this.dueAt = entered.dueAt();
        this.groups = sorted(entered.groups());
        this.assignee = entered.assignee();
    }

    void left(Instant at, StepLeft left) {
        this.leftAt = at.truncatedTo(ChronoUnit.MICROS);
        this.leftBy = left.actor();
        this.leftFor = left.onBehalfOf();
        this.completed = left.completed();
    }

    void migrated(StepMigrated to) {
        this.version = to.version();
        this.step = to.step();
        this.label = to.label();
    }

    void inHands(StepHandedOn step) {
        this.groups = sorted(step.groups());
        this.assignee = step.assignee();
        this.owner = step.owner();
    }

    /** The first one is the key of an index. */
    private static String[] sorted(Set<String> groups) {
        return groups.stream().sorted().toArray(String[]::new);
    }

    void due(@Nullable Instant at) {
        this.dueAt = at;
    }

    DossierNumber dossier() {
        return new DossierNumber(dossier);
    }

    String clock() {
        return clock;
    }

    void paused(Duration time) {
        paused += time.toSeconds();
    }

    /** What was established when it began; null for a step that is older than this is kept. */
    @Nullable Standing standing() {
        return standing;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    @Nullable Integer version() {
        return version;
    }

    /** Whole seconds, as the database rounds them, without those of suspensions. */
    Duration lasted() {
        var nanos = leftAt == null ? Duration.ZERO : Duration.between(enteredAt, leftAt);
        return Duration.ofSeconds(Math.round(nanos.toNanos() / 1e9) - paused);
    }

    String step() {
        return step;
    }

    String label() {
        return label;
    }

    @Nullable String assignee() {
        return assignee;
    }

    boolean open() {
        return leftAt == null;
    }

    StepPassage toPassage() {
        return new StepPassage(step, label, clock, enteredAt, dueAt, leftAt, leftBy, completed);
    }
}
