package fr.ruche.worklist;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Absence;
import fr.ruche.identity.AbsenceChanged;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Directory;
import fr.ruche.workflow.OfferedTask;
import fr.ruche.workflow.OfferedTasks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an absent officer has taken goes to the substitute on the first day, and what is left of it comes back after the
 * last. Each task is a transaction of its own; what fails is tried again a minute later, and what is done is not done
 * twice.
 */
@Component
public class StandIns {

    private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);
    private static final int MANY = 1000;

    private final Absences absences;
    private final OfferedTasks tasks;
    private final Dossiers dossiers;
    private final Actors actors;
    private final Directory directory;
    private final TransactionTemplate transaction;

    StandIns(
            Absences absences,
            OfferedTasks tasks,
            Dossiers dossiers,
            Actors actors,
            Directory directory,
            PlatformTransactionManager transactions) {
        this.absences = absences;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.actors = actors;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void changed(AbsenceChanged change) {
        round();
    }

    /** Those that are over first: a task then goes through its officer's hands to the next substitute. */
    @Scheduled(fixedDelayString = "${ruche.absences.every:PT1M}", initialDelayString = "${ruche.absences.every:PT1M}")
    public void round() {
        absences.toReturn().forEach(this::comeBack);
        absences.toBegin().forEach(this::handOver);
    }

    private void handOver(Absence absence) {
        if (each(absence, tasks.takenBy(absence.absent(), 0, MANY), task -> entrust(absence, task))) {
            absences.begun(absence);
        }
    }

    private void comeBack(Absence absence) {
        if (each(absence, tasks.heldFor(absence.absent(), 0, MANY), task -> resume(absence, task))) {
            absences.returned(absence);
        }
    }

    /** Whether all of them went well. */
    private boolean each(Absence absence, List<OfferedTask> found, Consumer<OfferedTask> change) {
        var well = true;
        for (var task : found) {
            if (absence.covers(task.step())) {
                well &= one(task, change);
            }
        }
        return well;
    }

    private boolean one(OfferedTask task, Consumer<OfferedTask> change) {
        try {
            transaction.executeWithoutResult(alone -> change.accept(task));
            return true;
        } catch (RuntimeException later) {
            LOG.warn("La tâche {} n’a pas changé de mains ; nouvel essai dans une minute.", task.id(), later);
            return false;
        }
    }

    private void entrust(Absence absence, OfferedTask seen) {
        var dossier = dossiers.holdAt(seen.id()).orElse(null); // none for a task of a jury session
        var task = tasks.find(seen.id()).filter(now -> absence.absent().equals(now.assignee()));
        if (task.isEmpty()) {
            return;
        }
        var to = Optional.ofNullable(absence.substitute()).flatMap(this::officer);
        if (to.isPresent() && may(to.get(), task.get(), dossier)) {
            tasks.entrust(seen.id(), to.get().username(), absence.absent());
            note(
                    dossier,
                    "TASK_ENTRUSTED",
                    "worklist.line.entrusted",
                    absence.absentName(),
                    to.get().displayName(),
                    FrenchDay.format(absence.lastDay()));
        } else {
            tasks.give(seen.id(), null);
            note(dossier, "TASK_RETURNED", "worklist.line.freed", absence.absentName());
        }
    }

    private void resume(Absence absence, OfferedTask seen) {
        var dossier = dossiers.holdAt(seen.id()).orElse(null); // none for a task of a jury session
        var task = tasks.find(seen.id()).filter(now -> absence.absent().equals(now.owner()));
        if (task.isEmpty()) {
            return;
        }
        var back = officer(absence.absent()).filter(officer -> may(officer, task.get(), dossier));
        tasks.give(seen.id(), back.map(Actor::username).orElse(null));
        note(
                dossier,
                "TASK_RESUMED",
                back.isPresent() ? "worklist.line.resumed" : "worklist.line.freed",
                absence.absentName());
    }

    private boolean may(Actor someone, OfferedTask task, @Nullable DossierCase dossier) {
        return task.isFor(someone.groups()) && (dossier == null || dossiers.sees(someone, dossier.number()));
    }

    /** Empty once the account is disabled. */
    private Optional<Actor> officer(String username) {
        return directory.person(username).flatMap(person -> actors.find(person.id()));
    }

    private void note(@Nullable DossierCase dossier, String kind, String sentence, Object... names) {
        if (dossier != null) {
            var label = Objects.requireNonNullElse(dossier.stepLabel(), "");
            var arguments = Stream.concat(Stream.of(label), Stream.of(names)).toArray();
            dossiers.noteByRuche(dossier.number(), kind, Sentences.of(sentence, arguments));
        }
    }
}
