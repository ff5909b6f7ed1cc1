package fr.ruche.dossier;

/**
 * How far a dossier came, each including the ones before it. The column {@code dossier.milestone} is computed by the
 * database: 0 before the first, then the {@link #rank()}.
 */
public enum Milestone {
    /** The fiche was deposited. */
    FICHE,
    /** The intercommunality, or the Region in its place, found it conform, with or without reserves. */
    CONFORME,
    /** The full dossier was found complete. */
    COMPLET,
    /** It was sent to a jury. */
    JURY,
    /** The jury proposes amounts, the reserve list included. */
    FAVORABLE,
    /** The commission permanente granted it, and the porteur has not declined. */
    FINANCE;

    /** As the database has it; 1 for the first. */
    int rank() {
        return ordinal() + 1;
    }
}
