package fr.ruche.jury;

import fr.ruche.common.Sentences;

/** The two assemblies whose elected members make a territorial jury (ROUTE-01, 001 l.23). */
public enum College {
    REGION,
    INTERCOMMUNALITE;

    /** In French. */
    public String label() {
        return Sentences.of("juryCollege." + name());
    }
}
