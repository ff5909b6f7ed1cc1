package fr.ruche.cockpit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.ListWords;
import fr.ruche.listing.Listing;
import fr.ruche.page.Choice;
import fr.ruche.page.Faults;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.territory.Territories;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What all pages of the cockpit share: the links to each other, the filters, and how an address is read. */
@Component
class CockpitFrame {

    /** The addresses of the pages, each with the end of its key in the messages. */
    private static final List<Choice> TABS = List.of(
            new Choice(CockpitPage.PATH, "overview"),
            new Choice(CockpitPage.PATH + "/parcours", "diagram"),
            new Choice(CockpitPage.PATH + "/echeances", "due"),
            new Choice(CockpitPage.PATH + "/delais", "clocks"),
            new Choice(EquityPage.PATH, "equity"),
            new Choice(IncidentsPage.PATH, "incidents"));

    /** The filters that the form offers; the others stay as the address has them. */
    private static final List<String> OFFERED =
            List.of("call", "territory", "measure", "holderKind", "sector", "version", "by", "sort");

    private final Calls calls;
    private final Territories territories;
    private final ListAddresses addresses;
    private final ListWords words;
    private final Parts parts;
    private final Texts texts;

    CockpitFrame(
            Calls calls, Territories territories, ListAddresses addresses, ListWords words, Parts parts, Texts texts) {
        this.calls = calls;
        this.territories = territories;
        this.addresses = addresses;
        this.words = words;
        this.parts = parts;
        this.texts = texts;
    }

    /** What a page was asked for. */
    record Asked(Listing listing, Call call, By by) {}

    /** Without a call in the address, the one that opened last. */
    String show(
            String page,
            MultiValueMap<String, String> parameters,
            HttpServletResponse answer,
            Model model,
            Consumer<Asked> figures) {
        var all = calls.all();
        var asked = new LinkedMultiValueMap<>(parameters);
        if (Typed.of(asked).text("call") == null && !all.isEmpty()) {
            asked.set("call", all.get(0).code());
        }
        var typed = Typed.of(asked);
        model.addAttribute("typed", typed);
        tabs(page, model);
        model.addAttribute("parts", parts);
        offer(all, model);
        try {
            var by = Objects.requireNonNullElse(typed.choice("by", By.class), By.TERRITORY);
            typed.ifWrong();
            typed.set("by", List.of(by.name()));
            var listing = addresses.read(asked, Listing.USUAL);
            var call = calls.current(Objects.requireNonNull(listing.filter().call()));
            model.addAttribute("faults", Faults.none());
            model.addAttribute("call", call);
            model.addAttribute("by", by);
            model.addAttribute("links", new Links(listing));
            model.addAttribute("query", listing.query() + "&by=" + by);
            model.addAttribute("more", words.reader().filters(more(listing)));
            model.addAttribute("kept", kept(asked));
            figures.accept(new Asked(listing, call, by));
        } catch (Rejected rejected) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
        }
        return "cockpit/" + page;
    }

    /** The links to the other pages; for one without filters that is all. */
    void tabs(String page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("tabs", TABS);
    }

    private void offer(List<Call> all, Model model) {
        model.addAttribute(
                "calls",
                all.stream()
                        .map(call -> new Choice(
                                call.code(),
                                call.code() + " – " + call.parameters().title()))
                        .toList());
        model.addAttribute(
                "measures",
                all.stream()
                        .flatMap(call -> call.parameters().measures().stream())
                        .map(measure -> measure.code())
                        .distinct()
                        .map(code -> new Choice(code, code))
                        .toList());
        model.addAttribute(
                "territories",
                territories.allEpci().stream()
                        .map(epci -> new Choice(epci.siren(), epci.name()))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList());
        model.addAttribute(
                "sectors",
                territories.sectors().stream()
                        .map(sector -> new Choice(sector.code(), sector.name()))
                        .toList());
        model.addAttribute("holderKinds", texts.choices("holderKind", HolderKind.values()));
        model.addAttribute("bys", texts.choices("cockpit.by", By.values()));
    }

    /** The filters that the form does not offer, as an address of a list. */
    private static String more(Listing listing) {
        var others = ListAddresses.parameters(listing.query());
        OFFERED.forEach(others::remove);
        return query(others);
    }

    private static List<Choice> kept(MultiValueMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        !OFFERED.contains(entry.getKey()) && !entry.getKey().equals("page"))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Choice(entry.getKey(), value)))
                .toList();
    }

    private static String query(MultiValueMap<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(
                value -> query.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8))));
        return query.isEmpty() ? "" : query.substring(1);
    }
}
