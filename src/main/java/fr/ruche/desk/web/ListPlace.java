package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCursor;
import fr.ruche.dossier.DossierNeighbours;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a case file stands in the list from which one came. The link carries the list and the place in it, so that one
 * goes on from there even when the dossier has left the list meanwhile, and in as many windows as one likes.
 */
@Component
class ListPlace {

    private static final String LIST = "list";
    private static final String PLACE = "place";

    private final ListAddresses addresses;
    private final Dossiers dossiers;
    private final Actors actors;
    private final HttpServletRequest request;

    ListPlace(ListAddresses addresses, Dossiers dossiers, Actors actors, HttpServletRequest request) {
        this.request = request;
        this.addresses = addresses;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** Where this request stands in its list. See {@link #of}. */
    Optional<Around> here() {
        return of(request.getParameter(LIST), request.getParameter(PLACE));
    }

    /** How an address of the case file ends so that one comes back to the place of this request; empty without one. */
    String trail() {
        var list = request.getParameter(LIST);
        var place = request.getParameter(PLACE);
        return list == null || place == null
                ? ""
                : "?" + LIST + "=" + encoded(list) + "&" + PLACE + "=" + encoded(place);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Empty when the link names no list, or one that makes no sense: the case file is shown all the same. */
    private Optional<Around> of(@Nullable String query, @Nullable String place) {
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
