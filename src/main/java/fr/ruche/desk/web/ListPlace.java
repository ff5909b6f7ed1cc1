package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCursor;
import fr.ruche.dossier.DossierNeighbours;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a case file stands in the list from which one came. The link carries the list and the place in it, so that one
 * goes on from there even when the dossier has left the list meanwhile, and in as many windows as one likes.
 */
@Component
class ListPlace {

    private final ListAddresses addresses;
    private final Dossiers dossiers;
    private final Actors actors;

    ListPlace(ListAddresses addresses, Dossiers dossiers, Actors actors) {
        this.addresses = addresses;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** Empty when the link names no list, or one that makes no sense: the case file is shown all the same. */
    Optional<Around> of(@Nullable String query, @Nullable String place) {
        if (query == null || place == null) {
            return Optional.empty();
        }
        try {
            var listing = addresses.read(query);
            var cursor = DossierCursor.read("place", place, listing.sort());
            var neighbours = dossiers.neighbours(listing.filter(), actors.required(), cursor);
            return Optional.of(new Around(listing.query(), neighbours));
        } catch (Rejected noList) {
            return Optional.empty();
        }
    }

    /** @param query of the address of the list */
    record Around(String query, DossierNeighbours neighbours) {

        public String list() {
            return ListPage.address(query);
        }
    }
}
