package fr.ruche.batch;

/** What a batch does to each of its dossiers; the same as a manager does to one. */
public enum BatchAction {
    /** {@link fr.ruche.dossier.Interventions#suspend} */
    SUSPEND,
    /** {@link fr.ruche.dossier.Interventions#resume} */
    RESUME,
    /** {@link fr.ruche.dossier.Interventions#bring} */
    BRING,
    /** {@link fr.ruche.dossier.Interventions#migrate} */
    MIGRATE,
    /** What failed by itself and was given up is tried again. */
    RETRY,
    /** {@link fr.ruche.dossier.Dossiers#withdraw} */
    WITHDRAW
}
