package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.identity.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer asks of the porteur, in the officer's own words. */
@Component
class Asked {

    private final Dossiers dossiers;
    private final Actors actors;

    Asked(Dossiers dossiers, Actors actors) {
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** @param kind of the timeline, such as {@code CONFORMITY_GIVEN}; @return the last one, null when there is none */
    @Nullable TimelineEntry last(DossierCase dossier, String kind) {
        return dossiers.timeline(dossier.number(), actors.required()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
