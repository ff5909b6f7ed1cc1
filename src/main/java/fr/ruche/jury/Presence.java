package fr.ruche.jury;

import fr.ruche.common.Sentences;

/** How a member takes part in a session ({@code domain.md} 5.1, after CRPA R.133-10). */
public enum Presence {
    SALLE,
    VISIO,
    /** Another member of the same college votes in the place of this one. */
    MANDAT,
    /** Has not come, or has left. */
    ABSENT;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("presence." + name());
    }

    /** Whether the member hears and speaks. */
    public boolean attends() {
        return this == SALLE || this == VISIO;
    }
}
