package fr.ruche.worklist;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Absence;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Directory;
import fr.ruche.workflow.OfferedTask;
import fr.ruche.workflow.OfferedTasks;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One task changes hands, and the timeline of its dossier says so. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Handover {

    private final OfferedTasks tasks;
    private final Dossiers dossiers;
    private final Actors actors;
    private final Absences absences;
    private final Directory directory;

    Handover(OfferedTasks tasks, Dossiers dossiers, Actors actors, Absences absences, Directory directory) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.actors = actors;
        this.absences = absences;
        this.directory = directory;
    }

    /** A manager too takes only what is offered to his groups: he would answer in their name. */
    void claim(Actor me, SeenTask seen, DossierNumber number) {
        var dossier = dossiers.visibleForChange(me, number);
        var task = open(seen);
        if (!task.isFor(me.groups())) {
            throw new Forbidden(Sentences.of("worklist.notYours"));
        }
        if (me.username().equals(task.assignee())) {
            throw new Conflict(Sentences.of("worklist.alreadyMine"));
        }
        if (task.assignee() != null) {
            throw taken(task.assignee());
        }
        requireAsSeen(seen, task);
        hand(task, me.username());
        note(dossier, "TASK_CLAIMED", Sentences.of("worklist.line.claimed", label(dossier)));
    }

    void assign(Actor me, SeenTask seen, DossierNumber number, Actor to, String motive) {
        var dossier = dossiers.visibleForChange(me, number);
        var task = open(seen);
        if (task.assignee() == null ? !task.isFor(me.groups()) && !me.is(Role.MANAGER) : !disposes(me, task)) {
            throw task.assignee() == null ? new Forbidden(Sentences.of("worklist.notYours")) : taken(task.assignee());
        }
        if (to.username().equals(task.assignee())) {
            throw new Conflict(Sentences.of("worklist.alreadyTheirs", to.displayName()));
        }
        if (task.assignee() == null && !me.is(Role.MANAGER)) {
            requireEntrusted(me, task);
        }
        requireAsSeen(seen, task);
        absences.covering(to.username(), task.step()).ifPresent(absence -> {
            throw new Conflict(away(absence));
        });
        if (!task.isFor(to.groups()) || !dossiers.sees(to, number)) {
            throw new Forbidden(Sentences.of("worklist.to.notOfGroup", to.displayName()));
        }
        hand(task, to.username());
        note(
                dossier,
                "TASK_ASSIGNED",
                Sentences.of("worklist.line.assigned", label(dossier), to.displayName(), motive));
    }

    void giveBack(Actor me, SeenTask seen, DossierNumber number, String motive) {
        var dossier = dossiers.visibleForChange(me, number);
        var task = open(seen);
        if (task.assignee() == null) {
            throw new Conflict(Sentences.of("worklist.free"));
        }
        if (!disposes(me, task)) {
            throw taken(task.assignee());
        }
        requireAsSeen(seen, task);
        tasks.give(task.id(), null);
        note(
                dossier,
                "TASK_RETURNED",
                Sentences.of("worklist.line.returned", label(dossier), name(task.assignee()), motive));
    }

    /** Whoever has the task only through what an absent colleague lends has it in that colleague's name. */
    private void hand(OfferedTask task, String to) {
        directory
                .onBehalf(to, task.step(), task::groups)
                .ifPresentOrElse(absent -> tasks.entrust(task.id(), to, absent), () -> tasks.give(task.id(), to));
    }

    /** Who may not take a task disposes of it no more. @throws Forbidden when no colleague has entrusted this kind */
    private void requireEntrusted(Actor me, OfferedTask task) {
        directory.onBehalf(me.username(), task.step(), task::groups);
    }

    private static String away(Absence absence) {
        var until = FrenchDay.format(absence.lastDay());
        return absence.substituteName() == null
                ? Sentences.of("worklist.away", absence.absentName(), until)
                : Sentences.of("worklist.away.replaced", absence.absentName(), until, absence.substituteName());
    }

    private OfferedTask open(SeenTask seen) {
        return tasks.find(seen.id()).orElseThrow(() -> new Conflict(Sentences.of("worklist.gone")));
    }

    private static boolean disposes(Actor me, OfferedTask task) {
        return me.username().equals(task.assignee()) || me.is(Role.MANAGER);
    }

    private void requireAsSeen(SeenTask seen, OfferedTask task) {
        if (!seen.stillWith(task.assignee())) {
            throw task.assignee() == null
                    ? new Conflict(Sentences.of("worklist.freeNow"))
                    : new Conflict(Sentences.of("worklist.takenNow", name(task.assignee())));
        }
    }

    private Conflict taken(String assignee) {
        return new Conflict(Sentences.of("worklist.taken", name(assignee)));
    }

    private String name(String username) {
        return actors.find(username).map(Actor::displayName).orElse(username);
    }

    private static String label(DossierCase dossier) {
        return Objects.requireNonNullElse(dossier.stepLabel(), "");
    }

    private void note(DossierCase dossier, String kind, String text) {
        dossiers.note(dossier.number(), kind, text);
    }
}
