package fr.ruche.workflow;

import fr.ruche.review.ClockWord;
import fr.ruche.review.GroupWord;
import fr.ruche.review.Subject;
import fr.ruche.review.TableWord;
import java.util.List;
import java.util.Set;

/**
 * What a module lets models name, besides its actions and its steps in Tasklist. A bean of this type adds its words to
 * the vocabulary that the gate goes by and modellers read.
 */
public interface ModelWords {

    /** The user tasks that are answered on pages of the porteur. */
    default List<PageStep> pageSteps() {
        return List.of();
    }

    /** The messages that the module sends. */
    default List<SentMessage> messages() {
        return List.of();
    }

    /** What the processes that the module starts know from their beginning. */
    default List<Beginning> beginnings() {
        return List.of();
    }

    /** Whom a task may be offered to. */
    default List<GroupWord> groups() {
        return List.of();
    }

    /** Who may hold a dossier. */
    default List<ClockWord> clocks() {
        return List.of();
    }

    /** The decision tables that the module asks. */
    default List<TableWord> tables() {
        return List.of();
    }

    /** @param id of the user task; its label is {@code step.<id>} of {@code messages.properties} */
    record PageStep(String id, Set<ProcessVariable<?>> sets) {}

    /**
     * @param name its label is {@code message.<name>} of {@code messages.properties}
     * @param always whether it may be sent whatever the step
     */
    record SentMessage(String name, Subject about, boolean always, Set<ProcessVariable<?>> sets) {}

    record Beginning(Subject about, Set<ProcessVariable<?>> sets) {}
}
