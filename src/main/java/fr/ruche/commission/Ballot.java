package fr.ruche.commission;

import org.jspecify.annotations.Nullable;

/**
 * How the commission voted.
 *
 * @param deliberationNumber at most 60 characters
 * @param inFavour null when it was left out, which is no vote
 * @param against null counts as nobody, as for {@code abstained}
 */
public record Ballot(
        @Nullable String deliberationNumber,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstained) {

    public Ballot {
        against = against == null ? 0 : against;
        abstained = abstained == null ? 0 : abstained;
    }
}
