package fr.ruche.funding;

/** The two sections of a budget, which never pay for each other. */
public enum Credit {
    OPERATING("fonctionnement", "grantedOperating"),
    INVESTMENT("investissement", "grantedInvestment");

    private final String label;
    private final String field;

    Credit(String label, String field) {
        this.label = label;
        this.field = field;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }

    /** The field of the jury's form that spends this credit. */
    public String field() {
        return field;
    }
}
