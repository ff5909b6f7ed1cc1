package fr.ruche.review;

/** What the business key of a process names, and so which words fit together in one diagram. */
public enum Subject {
    DOSSIER,
    /** A session of a jury. */
    SESSION
}
