package fr.ruche.programme;

/** Who may hold a project. */
public enum HolderKind {
    ASSOCIATION,
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    AUTRE
}
