package fr.ruche.programme;

/** Which jury examines a dossier (ROUTE-01, ROUTE-02). */
public enum Route {
    JURY_TERRITORIAL,
    JURY_REGIONAL
}
