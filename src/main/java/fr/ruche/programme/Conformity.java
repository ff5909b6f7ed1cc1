package fr.ruche.programme;

/** What the intercommunality said of the fiche (ELIG-02). */
public enum Conformity {
    CONFORM,
    CONFORM_WITH_RESERVES,
    NOT_CONFORM,
    NO_ANSWER
}
