package fr.ruche.cockpit.web;

import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.Milestone;
import fr.ruche.listing.Listing;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists behind the figures of a page: its own filters, and what the figure adds to them. */
public final class Links {

    private final Listing listing;

    Links(Listing listing) {
        this.listing = listing;
    }

    /** The list of dossiers with one more filter. */
    public String to(String name, Object value) {
        return address()
                .replaceQueryParam(name, narrowed(name, value))
                .build(true)
                .toUriString();
    }

    /** The list of dossiers with two more filters. */
    public String to(String name, Object value, String other, Object second) {
        return address()
                .replaceQueryParam(name, narrowed(name, value))
                .replaceQueryParam(other, narrowed(other, second))
                .build(true)
                .toUriString();
    }

    /** Of two milestones the further one: the page may be of dossiers that came further than its figure asks. */
    private Object narrowed(String name, Object value) {
        var reached = listing.filter().reached();
        return name.equals("reached") && reached != null && reached.compareTo(Milestone.valueOf(value.toString())) > 0
                ? reached
                : value;
    }

    /** The dossiers of a difficulty, null where nobody has said; with one more filter. */
    public String difficulty(@Nullable Integer points, String name, Object value) {
        return to("difficulty", points == null ? DossierFilter.NO_DIFFICULTY : points, name, value);
    }

    /** The communes of the territories of a difficulty from which nothing came. */
    public String silentOf(@Nullable Integer points) {
        return UriComponentsBuilder.fromPath(EquityPage.SILENT)
                .query(listing.query())
                .replaceQueryParam("difficulty", points == null ? DossierFilter.NO_DIFFICULTY : points)
                .build(true)
                .toUriString();
    }

    /** The communes of a territory from which nothing came; of all when null. */
    public String silent(@Nullable String territory, String scope) {
        var address = UriComponentsBuilder.fromPath(EquityPage.SILENT)
                .query(listing.query())
                .replaceQueryParam("scope", scope);
        return (territory == null ? address : address.replaceQueryParam("territory", territory))
                .build(true)
                .toUriString();
    }

    /** The part of a list; null for dossiers that belong to none, which no filter finds. */
    public @Nullable String part(By by, @Nullable String part, String name, Object value) {
        return part == null ? null : to(parameter(by), part, name, value);
    }

    /** The same list of another call. */
    public String ofCall(String call, String name, Object value) {
        return to("call", call, name, value);
    }

    /** The list of tasks of everybody. */
    public String tasks(String name, @Nullable String value, @Nullable String due) {
        return UriComponentsBuilder.fromPath("/bureau/mes-taches")
                .queryParam("view", "ALL")
                .queryParam(value == null ? "free" : name, value == null ? "true" : value)
                .queryParamIfPresent("due", Optional.ofNullable(due))
                .encode()
                .build()
                .toUriString();
    }

    /** What somebody has in hand, due from one day to another. */
    public String during(String holder, LocalDate first, LocalDate last) {
        return UriComponentsBuilder.fromPath("/bureau/mes-taches")
                .queryParam("view", "ALL")
                .queryParam("holder", holder)
                .queryParam("dueFrom", first)
                .queryParam("dueTo", last)
                .encode()
                .build()
                .toUriString();
    }

    /** The filter of lists that goes by this. */
    static String parameter(By by) {
        return switch (by) {
            case TERRITORY -> "territory";
            case SECTOR -> "sector";
            case MEASURE -> "measure";
            case HOLDER_KIND -> "holderKind";
            case JURY -> "jury";
        };
    }

    private UriComponentsBuilder address() {
        return UriComponentsBuilder.fromPath("/bureau/dossiers").query(listing.query());
    }
}
