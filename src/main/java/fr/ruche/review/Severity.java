package fr.ruche.review;

/** What a finding means for a deployment. */
public enum Severity {
    /** Refuses it. */
    ERROR,
    /** Lets it through, and is told. */
    WARNING
}
