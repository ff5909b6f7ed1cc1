package fr.ruche.conformity;

import fr.ruche.common.Sentences;
import fr.ruche.programme.Conformity;
import java.util.Optional;

/** The answer of the intercommunality, or of the Region in its place, to a fiche (ELIG-02, 001 l.17). */
public enum ConformityVerdict {
    CONFORM,
    CONFORM_WITH_RESERVES,
    /** Back to the porteur; the opinion is still to come. */
    TO_CORRECT,
    NOT_CONFORM;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("conformityVerdict." + name());
    }

    public boolean favourable() {
        return this == CONFORM || this == CONFORM_WITH_RESERVES;
    }

    /** What the rules look at; empty as long as the fiche is to be corrected. */
    Optional<Conformity> fact() {
        return this == TO_CORRECT ? Optional.empty() : Optional.of(Conformity.valueOf(name()));
    }
}
