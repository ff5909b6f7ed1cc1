package fr.ruche.cockpit.web;

import fr.ruche.cockpit.Cockpit;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DueFigures;
import fr.ruche.dossier.Milestone;
import fr.ruche.dossier.StepFigures;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.ListWords;
import fr.ruche.listing.Listing;
import fr.ruche.page.Choice;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Stages;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.territory.Territories;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the cockpit. Their filters are those of lists and stand in the address, so that they can be shared. */
@Page
@RequestMapping(CockpitPage.PATH)
class CockpitPage {

    static final String PATH = "/bureau/pilotage";

    /** The addresses of the pages, each with the end of its key in the messages. */
    private static final List<Choice> TABS = List.of(
            new Choice(PATH, "overview"),
            new Choice(PATH + "/parcours", "diagram"),
            new Choice(PATH + "/echeances", "due"),
            new Choice(PATH + "/delais", "clocks"),
            new Choice(IncidentsPage.PATH, "incidents"));

    /** The filters that the form offers; the others stay as the address has them. */
    private static final List<String> OFFERED =
            List.of("call", "territory", "measure", "holderKind", "sector", "version", "by", "sort");

    private final Cockpit cockpit;
    private final Envelopes envelopes;
    private final Calls calls;
    private final Territories territories;
    private final ListAddresses addresses;
    private final ListWords words;
    private final Parts parts;
    private final Actors actors;
    private final Texts texts;

    CockpitPage(
            Cockpit cockpit,
            Envelopes envelopes,
            Calls calls,
            Territories territories,
            ListAddresses addresses,
            ListWords words,
            Parts parts,
            Actors actors,
            Texts texts) {
        this.cockpit = cockpit;
        this.envelopes = envelopes;
        this.calls = calls;
        this.territories = territories;
        this.addresses = addresses;
        this.words = words;
        this.parts = parts;
        this.actors = actors;
        this.texts = texts;
    }

    /** What a page was asked for. */
    private record Asked(Listing listing, Call call, By by) {}

    /** How far the dossiers came, and what they ask for. */
    @GetMapping
    String overview(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return show("overview", parameters, answer, model, asked -> {
            var me = actors.required();
            model.addAttribute("found", cockpit.funnel(asked.listing().filter(), asked.by(), me));
            cockpit.compared(asked.call(), asked.listing().filter(), me)
                    .ifPresent(former -> model.addAttribute("former", former));
            model.addAttribute("milestones", Milestone.values());
            model.addAttribute(
                    "budget",
                    Arrays.stream(Credit.values())
                            .map(credit ->
                                    Budget.of(credit, envelopes.of(asked.call().code())))
                            .toList());
        });
    }

    /** The diagram with what each step holds. */
    @GetMapping("/parcours")
    String diagram(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return show("diagram", parameters, answer, model, asked -> {
            var versions = cockpit.versions(asked.call());
            var version = asked.listing().filter().version();
            var drawn = version == null ? versions.get(versions.size() - 1) : version;
            var me = actors.required();
            model.addAttribute("found", cockpit.steps(asked.listing().filter(), me));
            model.addAttribute("inOrder", Stages.inOrder(StepFigures::step));
            model.addAttribute("drawn", drawn);
            model.addAttribute(
                    "elements",
                    cockpit.elements(asked.call(), drawn, me).stream()
                            .collect(Collectors.groupingBy(
                                    element -> element.kind().name())));
            model.addAttribute(
                    "versions",
                    versions.stream()
                            .map(one -> new Choice(one.toString(), texts.of("cockpit.version", one)))
                            .toList());
        });
    }

    /** What is late and what will be, and who has how much to do. */
    @GetMapping("/echeances")
    String due(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return show("due", parameters, answer, model, asked -> {
            model.addAttribute("found", cockpit.due(asked.listing().filter(), actors.required()));
            model.addAttribute("inOrder", Stages.inOrder(DueFigures::of));
        });
    }

    /** How long each holder has the dossiers. */
    @GetMapping("/delais")
    String clocks(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return show(
                "clocks",
                parameters,
                answer,
                model,
                asked -> model.addAttribute(
                        "found", cockpit.clocks(asked.listing().filter(), asked.by(), actors.required())));
    }

    /** Without a call in the address, the one that opened last. */
    private String show(
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
        model.addAttribute("page", page);
        model.addAttribute("tabs", TABS);
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
                .filter(entry -> !OFFERED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Choice(entry.getKey(), value)))
                .toList();
    }

    private static String query(MultiValueMap<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> query.append('&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return query.isEmpty() ? "" : query.substring(1);
    }

    /** All envelopes of a call for one section of the budget; euros. */
    record Budget(Credit credit, BigDecimal amount, BigDecimal committed, BigDecimal remainder) {

        private static Budget of(Credit credit, List<Envelope> all) {
            var these = all.stream().filter(one -> one.credit() == credit).toList();
            return new Budget(
                    credit,
                    sum(these.stream().map(Envelope::amount).toList()),
                    sum(these.stream().map(Envelope::committed).toList()),
                    sum(these.stream().map(Envelope::remainder).toList()));
        }

        private static BigDecimal sum(List<BigDecimal> amounts) {
            return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
