package fr.ruche.programme;

/** Who may hold a project. */
public enum HolderKind {
    ASSOCIATION,
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    /** A landlord, a company: taken for a private body. */
    AUTRE;

    /** Whether its own money is money of local authorities (choice A2), and OWN-01 holds for it. */
    public boolean localAuthority() {
        return this == COMMUNE || this == EPCI || this == DEPARTEMENT;
    }
}
