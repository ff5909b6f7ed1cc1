package fr.ruche.marking;

import fr.ruche.common.Sentences;

/** What a session does with the marks of its jurors, one after the other; before the first, marking is not open. */
public enum MarkingPhase {
    /** Each juror marks alone; nobody reads a sheet but its author, nor anything that is computed from it. */
    BLIND,
    /** The sheets are frozen; members and managers read them. */
    REVEALED,
    /** What the jury retained is frozen too. */
    DELIBERATED;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("markingPhase." + name());
    }
}
