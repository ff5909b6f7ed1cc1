package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCursor;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.DossierPage;
import fr.ruche.dossier.DossierReading;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.listing.DossierColumn;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.ListCells;
import fr.ruche.listing.ListColumns;
import fr.ruche.listing.ListWords;
import fr.ruche.listing.Listing;
import fr.ruche.listing.SavedSearches;
import fr.ruche.page.Faults;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossiers that an officer may see; the filters are the address, so that a list can be kept and shared. */
@Page
class ListPage {

    static final String PATH = "/bureau/dossiers";

    private static final int SIZE = 25;

    /** Filters that figures use and the form does not offer. */
    private static final List<String> NOT_OFFERED = List.of("jury", "version", "end");

    private final Dossiers dossiers;
    private final ListAddresses addresses;
    private final ListColumns columns;
    private final ListCells cells;
    private final ListWords words;
    private final SavedSearches searches;
    private final ListChoices choices;
    private final Actors actors;

    ListPage(
            Dossiers dossiers,
            ListAddresses addresses,
            ListColumns columns,
            ListCells cells,
            ListWords words,
            SavedSearches searches,
            ListChoices choices,
            Actors actors) {
        this.dossiers = dossiers;
        this.addresses = addresses;
        this.columns = columns;
        this.cells = cells;
        this.words = words;
        this.searches = searches;
        this.choices = choices;
        this.actors = actors;
    }

    /** Who comes without an address begins with the search of their choice. */
    @GetMapping(PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Model model) {
        var me = actors.required();
        if (parameters.isEmpty()) {
            var usual = searches.usual(me);
            if (usual.isPresent()) {
                return "redirect:" + PATH + "?" + usual.get().query();
            }
        }
        model.addAttribute("typed", shown(parameters));
        model.addAttribute("searches", searches.of(me));
        choices.add(parameters.getFirst("rule"), model);
        try {
            var listing = addresses.read(parameters, Listing.USUAL);
            var found = dossiers.search(listing.filter(), me, reading(parameters, listing.sort()), listing.sort());
            model.addAttribute("faults", Faults.none());
            add(listing, found, model);
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
        }
        return "desk/list";
    }

    private void add(Listing listing, DossierPage found, Model model) {
        var query = listing.query();
        model.addAttribute("listing", listing);
        var others = ListAddresses.parameters(query);
        others.keySet().retainAll(NOT_OFFERED);
        model.addAttribute("kept", others.toSingleValueMap());
        model.addAttribute("others", words.reader().filters(query(others)));
        model.addAttribute("without", without(query));
        model.addAttribute("query", query);
        model.addAttribute("found", found);
        model.addAttribute(
                "previous", found.previous() == null ? null : address(query + "&before=" + found.previous()));
        model.addAttribute("next", found.next() == null ? null : address(query + "&after=" + found.next()));
        model.addAttribute("columns", columns.of(actors.required()));
        model.addAttribute("allColumns", DossierColumn.choices());
        model.addAttribute("cells", cells.reader());
    }

    /** The columns that one has chosen, then the same list again. */
    @PostMapping("/bureau/colonnes")
    String choose(Form form) {
        var me = actors.required();
        columns.choose(me, ListColumns.read("column", form.typed().chosen("column")));
        return "redirect:" + address(addresses.read(form.typed().value("query")).query());
    }

    private static String without(String query) {
        var all = ListAddresses.parameters(query);
        NOT_OFFERED.forEach(all::remove);
        return query(all);
    }

    private static String query(MultiValueMap<String, String> parameters) {
        return parameters.toSingleValueMap().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String address(String query) {
        return PATH + "?" + query;
    }

    /** The fields as they were typed; what an address can say in two ways stands in the field that the page has. */
    private static Typed shown(MultiValueMap<String, String> parameters) {
        var typed = Typed.of(parameters);
        if (typed.text("words") == null) {
            typed.set("words", List.of(typed.value("q")));
        }
        if (typed.text("due") == null && typed.ticked("late")) {
            typed.set("due", List.of(Due.LATE.name()));
        }
        if (typed.text("sort") == null) {
            typed.set("sort", List.of(Listing.USUAL.name()));
        }
        return typed;
    }

    private static DossierReading reading(MultiValueMap<String, String> parameters, DossierSort sort) {
        return new DossierReading(SIZE, 0, cursor("after", parameters, sort), cursor("before", parameters, sort));
    }

    private static @Nullable DossierCursor cursor(
            String field, MultiValueMap<String, String> parameters, DossierSort sort) {
        var text = parameters.getFirst(field);
        return text == null || text.isBlank() ? null : DossierCursor.read(field, text, sort);
    }
}
