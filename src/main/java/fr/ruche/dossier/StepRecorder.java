package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.workflow.StepDueMoved;
import fr.ruche.workflow.StepEntered;
import fr.ruche.workflow.StepHandedOn;
import fr.ruche.workflow.StepLeft;
import fr.ruche.workflow.StepMigrated;
import fr.ruche.workflow.WayPassed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, in the engine's own transaction, at which step a dossier waits, who holds it and since when. */
@Component
@Transactional
class StepRecorder {

    private final EntityManager database;
    private final DossierRegister register;
    private final WayBook ways;
    private final Timeline timeline;
    private final Actors actors;
    private final Clock clock;

    StepRecorder(
            EntityManager database,
            DossierRegister register,
            WayBook ways,
            Timeline timeline,
            Actors actors,
            Clock clock) {
        this.database = database;
        this.register = register;
        this.ways = ways;
        this.timeline = timeline;
        this.actors = actors;
        this.clock = clock;
    }

    /** A business key that is no dossier's belongs to another process. */
    @EventListener
    void entered(StepEntered step) {
        register.findForChange(step.businessKey()).ifPresent(dossier -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            dossier.waitsAt(step.step(), step.label(), step.clock(), step.dueAt(), now, step.version());
            dossier.consults(step.groups().stream()
                    .flatMap(group -> Role.CONSULTED.scopeOf(group).stream())
                    .collect(Collectors.toSet()));
            database.persist(new DossierStep(step, dossier.call(), dossier.standing(), ways.number(step.way()), now));
            if (step.step().equals(Step.PROVIDE_DOCUMENTS)) {
                dossier.awaitsPapers(ParisTime.dayOf(clock.instant()));
            }
        });
    }

    /** What leads to no step; the last of it may be the end of the dossier. */
    @EventListener
    void passed(WayPassed way) {
        register.find(way.businessKey()).ifPresent(dossier -> {
            if (way.end() != null) {
                dossier.endsAt(way.end());
            }
            ways.add(
                    new DossierNumber(way.businessKey()),
                    dossier.call(),
                    way.version(),
                    way.elements(),
                    clock.instant());
        });
    }

    @EventListener
    void moved(StepDueMoved step) {
        if (step.dueAt() != null && register.find(step.businessKey()).isPresent()) {
            moveDue(new DossierNumber(step.businessKey()), step.step(), step.dueAt());
        }
    }

    @EventListener
    void handedOn(StepHandedOn step) {
        var row = database.find(DossierStep.class, step.taskId());
        if (row != null) {
            if (step.by() != null && !Objects.equals(row.assignee(), step.assignee())) {
                tell(row, step.by(), step.assignee());
            }
            row.inHands(step);
        }
    }

    /** What somebody does in Tasklist leaves the line that our own page leaves. The dossier is held first, as there. */
    private void tell(DossierStep row, String by, @Nullable String to) {
        var number = row.dossier();
        register.forChange(number);
        if (to == null) {
            timeline.add(
                    number,
                    "TASK_RETURNED",
                    Sentences.of("worklist.line.returned.only", row.label(), name(row.assignee())));
        } else if (to.equals(by)) {
            timeline.add(number, "TASK_CLAIMED", Sentences.of("worklist.line.claimed", row.label()));
        } else {
            timeline.add(number, "TASK_ASSIGNED", Sentences.of("worklist.line.assigned.only", row.label(), name(to)));
        }
    }

    private String name(@Nullable String account) {
        return account == null
                ? ""
                : actors.find(account).map(Actor::displayName).orElse(account);
    }

    @EventListener
    void left(StepLeft step) {
        register.findForChange(step.businessKey()).ifPresent(dossier -> {
            if (step.step().equals(dossier.step())) {
                dossier.waitsNowhere();
            }
            var passage = database.find(DossierStep.class, step.taskId());
            if (passage != null) {
                passage.left(clock.instant(), step);
                dossier.spent(passage.clock(), passage.lasted());
                if (step.expired()) {
                    timeline.addByRuche(
                            passage.dossier(), "STEP_EXPIRED", Sentences.of("dossier.line.expired", passage.label()));
                }
                if (step.step().equals(Step.PROVIDE_DOCUMENTS)) {
                    dossier.awaitsPapersNoMore(lastDay(passage.toPassage().dueAt()));
                }
            }
        });
    }

    /** Today, or the last day of the limit when it is over: a timer that fires late suspends nothing longer. */
    private LocalDate lastDay(@Nullable Instant limit) {
        var today = ParisTime.dayOf(clock.instant());
        var last = limit == null ? today : ParisTime.dayOf(limit.minusMillis(1));
        return last.isBefore(today) ? last : today;
    }

    @EventListener
    void migrated(StepMigrated step) {
        var row = database.find(DossierStep.class, step.taskId());
        if (row != null && row.open()) {
            var before = row.step();
            row.migrated(step);
            register.findForChange(step.businessKey())
                    .filter(dossier -> before.equals(dossier.step()))
                    .ifPresent(dossier -> dossier.migrated(step.step(), step.label(), step.version()));
        }
    }

    void moveDue(DossierNumber number, String step, @Nullable Instant at) {
        var dossier = register.forChange(number);
        if (step.equals(dossier.step())) {
            dossier.due(at);
        }
        rows(number).stream()
                .filter(row -> row.open() && row.step().equals(step))
                .forEach(row -> row.due(at));
    }

    /** The open step was not in anybody's hands for so long. */
    void paused(DossierNumber number, Duration time) {
        rows(number).stream().filter(DossierStep::open).forEach(row -> row.paused(time));
    }

    Optional<DossierNumber> waitingAt(String task) {
        return Optional.ofNullable(database.find(DossierStep.class, task))
                .filter(DossierStep::open)
                .map(DossierStep::dossier);
    }

    List<StepPassage> of(DossierNumber number) {
        return rows(number).stream().map(DossierStep::toPassage).toList();
    }

    List<DossierStep> rows(DossierNumber number) {
        return database.createQuery(
                        "select s from DossierStep s where s.dossier = :dossier order by s.enteredAt, s.taskId",
                        DossierStep.class)
                .setParameter("dossier", number.value())
                .getResultList();
    }
}
