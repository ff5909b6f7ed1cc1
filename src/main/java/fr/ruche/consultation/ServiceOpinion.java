package fr.ruche.consultation;

import fr.ruche.common.Sentences;

/** What a service says of a project in one word, where its form asks for it in the field {@code avis}. */
public enum ServiceOpinion {
    FAVORABLE,
    RESERVE,
    DEFAVORABLE,
    /** The service gives none, or its form asks for none. */
    SANS_AVIS;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("consult.opinion." + name());
    }
}
