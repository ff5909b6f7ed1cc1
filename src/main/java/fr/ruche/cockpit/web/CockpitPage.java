package fr.ruche.cockpit.web;

import fr.ruche.cockpit.Cockpit;
import fr.ruche.dossier.DueFigures;
import fr.ruche.dossier.Milestone;
import fr.ruche.dossier.StepFigures;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.page.Choice;
import fr.ruche.page.Page;
import fr.ruche.page.Stages;
import fr.ruche.page.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the cockpit. Their filters are those of lists and stand in the address, so that they can be shared. */
@Page
@RequestMapping(CockpitPage.PATH)
class CockpitPage {

    static final String PATH = "/bureau/pilotage";

    private final Cockpit cockpit;
    private final Envelopes envelopes;
    private final CockpitFrame frame;
    private final Parts parts;
    private final Actors actors;
    private final Texts texts;

    CockpitPage(Cockpit cockpit, Envelopes envelopes, CockpitFrame frame, Parts parts, Actors actors, Texts texts) {
        this.cockpit = cockpit;
        this.envelopes = envelopes;
        this.frame = frame;
        this.parts = parts;
        this.actors = actors;
        this.texts = texts;
    }

    /** How far the dossiers came, and what they ask for. */
    @GetMapping
    String overview(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return frame.show("overview", parameters, answer, model, asked -> {
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
        return frame.show("diagram", parameters, answer, model, asked -> {
            var versions = cockpit.versions(asked.call());
            var version = asked.listing().filter().version();
            var drawn = version == null ? versions.get(versions.size() - 1) : version;
            var me = actors.required();
            model.addAttribute("found", cockpit.steps(asked.listing().filter(), me));
            model.addAttribute("inOrder", Stages.inOrder(cockpit.way(asked.call(), drawn), StepFigures::step));
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
        return frame.show("due", parameters, answer, model, asked -> {
            model.addAttribute("found", cockpit.due(asked.listing().filter(), actors.required()));
            model.addAttribute("inOrder", Stages.inOrder(cockpit.way(asked.call()), DueFigures::of));
            model.addAttribute("people", parts.officers());
        });
    }

    /** How long each holder has the dossiers. */
    @GetMapping("/delais")
    String clocks(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return frame.show(
                "clocks",
                parameters,
                answer,
                model,
                asked -> model.addAttribute(
                        "found", cockpit.clocks(asked.listing().filter(), asked.by(), actors.required())));
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
