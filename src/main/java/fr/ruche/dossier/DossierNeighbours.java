package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/** The dossiers next to a place in a list; null where the list ends. */
public record DossierNeighbours(
        @Nullable DossierSummary previous, @Nullable DossierSummary next) {}
