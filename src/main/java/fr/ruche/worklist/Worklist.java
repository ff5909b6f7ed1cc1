package fr.ruche.worklist;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierTask;
import fr.ruche.dossier.DossierTasks;
import fr.ruche.dossier.TaskFilter;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Directory;
import fr.ruche.workflow.OfferedTasks;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of dossiers that officers have to do, as far as they may see the dossiers. */
@Service
@Transactional(readOnly = true)
public class Worklist {

    private static final int SIZE = 50;

    private final DossierTasks tasks;
    private final OfferedTasks offered;
    private final Directory directory;
    private final Accounts accounts;

    Worklist(DossierTasks tasks, OfferedTasks offered, Directory directory, Accounts accounts) {
        this.tasks = tasks;
        this.offered = offered;
        this.directory = directory;
        this.accounts = accounts;
    }

    /**
     * A page of 50 tasks of dossiers, less at the end.
     *
     * @param filter what of everyone's tasks; the other views are not filtered
     * @param page counted from 0
     * @throws Forbidden when somebody else than a manager asks for everyone's
     * @throws Rejected at {@code page} when it is negative or absurd
     */
    public WorklistPage list(Actor me, WorklistView view, TaskFilter filter, int page) {
        if (page < 0 || page > Integer.MAX_VALUE / SIZE - 1) {
            throw Rejected.because("page", "NUMBER", Sentences.of("worklist.page.wrong"));
        }
        var found = found(me, view, filter, page * SIZE, SIZE + 1);
        var names = new HashMap<String, String>();
        var entrusted = new Entrusted(directory, me.username());
        var lines = found.subList(0, Math.min(SIZE, found.size())).stream()
                .map(task -> line(task, names, entrusted))
                .toList();
        return new WorklistPage(lines, page, found.size() > SIZE);
    }

    /**
     * The tasks of these jury sessions that are offered to the reader's groups, the nearest due date first. They are
     * few, and change hands in Tasklist only.
     */
    public List<SessionTask> ofSessions(Actor me, Collection<UUID> sessions) {
        var names = new HashMap<String, String>();
        return offered.ofProcesses(sessions.stream().map(UUID::toString).toList(), me.groups()).stream()
                .map(task -> new SessionTask(
                        UUID.fromString(task.businessKey()),
                        task.label(),
                        task.dueAt(),
                        task.assignee(),
                        name(task.assignee(), names)))
                .toList();
    }

    /** Those to whom one of these tasks may be assigned because they are of its groups, by name. */
    public List<Colleague> colleagues(Collection<WorklistLine> lines) {
        var groups = lines.stream().flatMap(line -> line.groups().stream()).collect(Collectors.toSet());
        return directory.people().stream()
                .filter(person -> person.groups().stream().anyMatch(groups::contains))
                .map(person -> new Colleague(person.id(), person.displayName()))
                .sorted(Comparator.comparing(Colleague::displayName).thenComparing(Colleague::username))
                .toList();
    }

    /** Everybody who may have tasks, by name. */
    public List<Colleague> officers() {
        return directory.people().stream()
                .map(person -> new Colleague(person.id(), person.displayName()))
                .sorted(Comparator.comparing(Colleague::displayName).thenComparing(Colleague::username))
                .toList();
    }

    /** The ids of the groups to which tasks may be offered. */
    public List<String> groups() {
        return directory.groups().stream().map(Directory.Group::id).toList();
    }

    private List<DossierTask> found(Actor me, WorklistView view, TaskFilter filter, int first, int size) {
        return switch (view) {
            case GROUPS -> tasks.ofGroups(me, first, size);
            case FREE -> tasks.free(me, first, size);
            case MINE -> tasks.taken(me, first, size);
            case ALL -> {
                if (!me.is(Role.MANAGER)) {
                    throw new Forbidden(Sentences.of("worklist.all.forbidden"));
                }
                yield tasks.all(me, filter, first, size);
            }
        };
    }

    /** @param names of the accounts that were looked up for this page */
    private WorklistLine line(DossierTask task, Map<String, String> names, Entrusted entrusted) {
        var dossier = task.dossier();
        return new WorklistLine(
                SeenTask.write(task.id(), task.assignee()),
                dossier.number(),
                dossier.title(),
                dossier.organisation(),
                task.step(),
                task.label(),
                task.dueAt(),
                dossier.suspendedAt() != null,
                task.assignee(),
                name(task.assignee(), names),
                name(task.owner(), names),
                task.groups(),
                entrusted.has(task));
    }

    private @Nullable String name(@Nullable String username, Map<String, String> names) {
        return username == null
                ? null
                : names.computeIfAbsent(
                        username,
                        unknown -> accounts.find(unknown)
                                .map(Accounts.Summary::displayName)
                                .orElse(unknown));
    }
}
