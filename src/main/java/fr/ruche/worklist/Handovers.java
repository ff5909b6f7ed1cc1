package fr.ruche.worklist;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks change hands, many at once. Each is a transaction of its own with the engine's and leaves a line in the
 * timeline of its dossier; one that is refused, or changed meanwhile, says so and does not stop the others.
 *
 * <p>A task is chosen by its id, or as a list gave it ({@link WorklistLine#task}): it is then refused when it is no
 * longer in the hands in which it was seen.
 */
@Service
public class Handovers {

    /** How many tasks change hands at once. */
    public static final int MOST = 100;

    private final Handover handover;
    private final Dossiers dossiers;
    private final Directory directory;
    private final Actors actors;
    private final TransactionTemplate transaction;

    Handovers(
            Handover handover,
            Dossiers dossiers,
            Directory directory,
            Actors actors,
            PlatformTransactionManager transactions) {
        this.handover = handover;
        this.dossiers = dossiers;
        this.directory = directory;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes tasks of one's groups that nobody has.
     *
     * @throws Rejected at {@code tasks} when none or more than {@link #MOST} are chosen
     */
    public List<TaskOutcome> claim(Actor me, List<String> tasks) {
        return each(me, chosen(tasks), "worklist.claimed", (task, number) -> handover.claim(me, task, number));
    }

    /**
     * Assigns tasks to somebody of their groups: one's own and those that nobody has; a manager everyone's.
     *
     * @param to account of the colleague, or one's own
     * @throws Rejected at {@code tasks}, {@code to} or {@code motive}, with all that is wrong
     */
    public List<TaskOutcome> assign(Actor me, List<String> tasks, String to, String motive) {
        var faults = new ArrayList<Fault>();
        var seen = read(faults, () -> chosen(tasks));
        var colleague = read(faults, () -> colleague(to));
        var reason = read(faults, () -> reason(motive));
        if (seen == null || colleague == null || reason == null) {
            throw new Rejected(faults);
        }
        return each(
                me, seen, "worklist.assigned", (task, number) -> handover.assign(me, task, number, colleague, reason));
    }

    /**
     * Gives tasks back to their groups: one's own; a manager everyone's.
     *
     * @throws Rejected at {@code tasks} or {@code motive}, with all that is wrong
     */
    public List<TaskOutcome> giveBack(Actor me, List<String> tasks, String motive) {
        var faults = new ArrayList<Fault>();
        var seen = read(faults, () -> chosen(tasks));
        var reason = read(faults, () -> reason(motive));
        if (seen == null || reason == null) {
            throw new Rejected(faults);
        }
        return each(me, seen, "worklist.returned", (task, number) -> handover.giveBack(me, task, number, reason));
    }

    private static <T> @Nullable T read(List<Fault> faults, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Rejected rejected) {
            faults.addAll(rejected.faults());
            return null;
        }
    }

    private static List<SeenTask> chosen(List<String> tasks) {
        var seen = tasks.stream()
                .filter(Objects::nonNull)
                .map(SeenTask::read)
                .filter(task -> !task.id().isEmpty())
                .distinct()
                .toList();
        if (seen.isEmpty()) {
            throw Rejected.because("tasks", "REQUIRED", Sentences.of("worklist.tasks.required"));
        }
        if (seen.size() > MOST) {
            throw Rejected.because("tasks", "SIZE", Sentences.of("worklist.tasks.many", MOST));
        }
        return seen;
    }

    private Actor colleague(String typed) {
        var username = typed.strip();
        if (username.isEmpty()) {
            throw Rejected.because("to", "REQUIRED", Sentences.of("worklist.to.required"));
        }
        return directory
                .person(username)
                .flatMap(person -> actors.find(person.id()))
                .orElseThrow(() -> Rejected.because("to", "CHOICE", Sentences.of("worklist.to.unknown", username)));
    }

    private static String reason(String motive) {
        return Motive.of(motive, Sentences.of("worklist.motive.required"));
    }

    private List<TaskOutcome> each(
            Actor me, List<SeenTask> tasks, String done, BiConsumer<SeenTask, DossierNumber> change) {
        return tasks.stream().map(task -> one(me, task, done, change)).toList();
    }

    private TaskOutcome one(Actor me, SeenTask task, String done, BiConsumer<SeenTask, DossierNumber> change) {
        var waiting = dossiers.waiting(List.of(task.id()), me);
        if (waiting.isEmpty()) {
            return new TaskOutcome(task.id(), null, null, false, Sentences.of("worklist.gone"));
        }
        var dossier = waiting.get(0).dossier();
        var refusal = refusal(() -> change.accept(task, new DossierNumber(dossier.number())));
        return new TaskOutcome(
                task.id(),
                dossier.number(),
                dossier.title(),
                refusal == null,
                refusal == null ? Sentences.of(done) : refusal);
    }

    /** Why nothing was changed, null when it was. */
    private @Nullable String refusal(Runnable change) {
        try {
            transaction.executeWithoutResult(alone -> change.run());
            return null;
        } catch (Conflict | NotFound | Forbidden refused) {
            return refused.getMessage();
        } catch (ConcurrencyFailureException overtaken) {
            return Sentences.of("worklist.overtaken");
        }
    }
}
