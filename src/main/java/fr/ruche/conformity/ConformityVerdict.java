package fr.ruche.conformity;

import fr.ruche.programme.Conformity;
import java.util.Optional;

/** The answer of the intercommunality, or of the Region in its place, to a fiche (ELIG-02, 001 l.17). */
public enum ConformityVerdict {
    CONFORM("conforme"),
    CONFORM_WITH_RESERVES("conforme avec réserves"),
    /** Back to the porteur; the opinion is still to come. */
    TO_CORRECT("à corriger"),
    NOT_CONFORM("non conforme");

    private final String label;

    ConformityVerdict(String label) {
        this.label = label;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }

    public boolean favourable() {
        return this == CONFORM || this == CONFORM_WITH_RESERVES;
    }

    /** What the rules look at; empty as long as the fiche is to be corrected. */
    Optional<Conformity> fact() {
        return this == TO_CORRECT ? Optional.empty() : Optional.of(Conformity.valueOf(name()));
    }
}
