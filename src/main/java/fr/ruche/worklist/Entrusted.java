package fr.ruche.worklist;

import fr.ruche.dossier.DossierTask;
import fr.ruche.workflow.Directory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which tasks of one list somebody may take, each kind asked once. */
final class Entrusted {

    private final Directory directory;
    private final String person;
    private final Map<Kind, Boolean> known = new HashMap<>();

    Entrusted(Directory directory, String person) {
        this.directory = directory;
        this.person = person;
    }

    private record Kind(String step, Set<String> groups) {}

    /** What somebody holds already has been entrusted with the task itself. */
    boolean has(DossierTask task) {
        return person.equals(task.assignee()) || known.computeIfAbsent(new Kind(task.step(), task.groups()), this::ask);
    }

    private boolean ask(Kind kind) {
        return directory.mayWork(person, kind.step(), kind::groups);
    }
}
