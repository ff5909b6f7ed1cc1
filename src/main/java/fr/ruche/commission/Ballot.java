package fr.ruche.commission;

import org.jspecify.annotations.Nullable;

/** How the commission voted. @param deliberationNumber at most 60 characters */
public record Ballot(@Nullable String deliberationNumber, int inFavour, int against, int abstained) {}
