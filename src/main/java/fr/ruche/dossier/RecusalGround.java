package fr.ruche.dossier;

import fr.ruche.common.Sentences;

/** From what a conflict of interest is known. */
public enum RecusalGround {
    /** Declared for this dossier. */
    DECLARED,
    /** Sits for the intercommunality that holds the dossier. */
    ELECTED,
    /** Elected member of the organisation that holds it, or with a role in it. */
    ROLE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("recusalGround." + name());
    }
}
