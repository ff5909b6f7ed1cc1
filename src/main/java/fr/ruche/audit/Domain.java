package fr.ruche.audit;

import fr.ruche.common.Sentences;

/** What a fact is about. */
public enum Domain {
    DOSSIER,
    ENVELOPE,
    /** A call, its parameters, the texts of its letters. */
    RULE,
    /** An account, a role, an absence, a seat, an interest. */
    RIGHT,
    EXPORT;

    /** In French. */
    public String label() {
        return Sentences.of("journal.domain." + name());
    }
}
