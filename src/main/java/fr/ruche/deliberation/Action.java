package fr.ruche.deliberation;

import fr.ruche.common.Sentences;

/** What a jury may do to a dossier in a scenario. */
public enum Action {
    /** Another amount than the one that is asked. */
    AMOUNT,
    /** What two dossiers get together is shared between them at one rate of their requests. */
    SPLIT,
    /** Two dossiers change places in the ranking. */
    SWAP,
    /** Put off to another session. */
    POSTPONE,
    /** Handed to the regional jury. */
    REGIONAL,
    /** Everything that was changed for the dossier is taken back. */
    REVERT;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("deliberation.action." + name());
    }

    boolean ofTwo() {
        return this == SPLIT || this == SWAP;
    }
}
