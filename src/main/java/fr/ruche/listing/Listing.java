package fr.ruche.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierSort;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** What a list shows and in which order: the same for the page, the API, an export and a saved search. */
public record Listing(DossierFilter filter, DossierSort sort) {

    /** What one sees first: the latest numbers. */
    public static final DossierSort USUAL = DossierSort.NUMBER_DESC;

    /** As the query of an address, in one way only and encoded: {@code step=userTask_instruct&sort=DUE}. */
    public String query() {
        var query = new StringBuilder();
        add(query, "words", filter.words());
        add(query, "call", filter.call());
        add(query, "status", filter.status());
        add(query, "step", filter.step());
        add(query, "clock", filter.clock());
        add(query, "due", filter.due());
        add(query, "measure", filter.measure());
        add(query, "territory", filter.territory());
        add(query, "sector", filter.sector());
        add(query, "jury", filter.jury());
        add(query, "organisation", filter.organisation());
        add(query, "rule", filter.rule());
        add(query, "requestedFrom", filter.requestedFrom());
        add(query, "requestedTo", filter.requestedTo());
        add(query, "receivedFrom", filter.receivedFrom());
        add(query, "receivedTo", filter.receivedTo());
        add(query, "reached", filter.reached());
        add(query, "holderKind", filter.holderKind());
        add(query, "version", filter.version());
        add(query, "end", filter.end());
        add(query, "difficulty", filter.difficulty());
        add(query, "marked", filter.marked() ? true : null);
        add(query, "sort", sort);
        return query.substring(1);
    }

    /** The same list in another order. */
    public Listing by(DossierSort other) {
        return new Listing(filter, other);
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), UTF_8));
        }
    }
}
