package fr.ruche.jury;

/** The two assemblies whose elected members make a territorial jury (ROUTE-01, 001 l.23). */
public enum College {
    REGION("Région"),
    INTERCOMMUNALITE("Intercommunalité");

    private final String label;

    College(String label) {
        this.label = label;
    }

    /** In French. */
    public String label() {
        return label;
    }
}
