package fr.ruche.funding;

import fr.ruche.common.Sentences;

/** The two sections of a budget, which never pay for each other. */
public enum Credit {
    OPERATING("grantedOperating"),
    INVESTMENT("grantedInvestment");

    private final String field;

    Credit(String field) {
        this.field = field;
    }

    /** In French, lower case. */
    public String label() {
        return Sentences.of("credit." + name());
    }

    /** The field of the jury's form that spends this credit. */
    public String field() {
        return field;
    }
}
