package fr.ruche.allocation;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A dossier at its rank, with its amounts in cents. The order is total, so that it never depends on how the dossiers
 * were given: score, C2, difficulty, deposit, and the id at last.
 */
record Ranked(Candidate candidate, long requested, long floor, long useful) implements Comparable<Ranked> {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::score)
            .thenComparing(Candidate::citizens)
            .thenComparing(Candidate::difficulty)
            .reversed()
            .thenComparing(Candidate::depositedAt)
            .thenComparing(Candidate::id);

    static Ranked of(Candidate candidate) {
        return new Ranked(
                candidate, cents(candidate.requested()), cents(candidate.floor()), cents(candidate.minimumUseful()));
    }

    static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    String id() {
        return candidate.id();
    }

    boolean drawsOn(String envelope) {
        return candidate.envelope().equals(envelope);
    }

    boolean above(BigDecimal threshold) {
        return candidate.favourable() && candidate.score().compareTo(threshold) >= 0;
    }

    @Override
    public int compareTo(Ranked other) {
        return BEST_FIRST.compare(candidate, other.candidate);
    }
}
