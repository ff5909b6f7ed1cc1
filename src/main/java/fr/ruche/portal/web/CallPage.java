package fr.ruche.portal.web;

import fr.ruche.page.Page;
import fr.ruche.programme.CallParameters.EnvelopeParameter;
import fr.ruche.programme.CallParameters.RequiredDocument;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.JuryNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything the public may know of a call before writing a fiche. */
@Page
class CallPage {

    private final Calls calls;
    private final JuryNames juries;
    private final Clock clock;

    CallPage(Calls calls, JuryNames juries, Clock clock) {
        this.calls = calls;
        this.juries = juries;
        this.clock = clock;
    }

    @GetMapping("/appels/{code}")
    String call(@PathVariable String code, Model model) {
        var call = calls.current(code);
        var parameters = call.parameters();
        model.addAttribute("call", CallLine.of(call, clock.instant()));
        model.addAttribute("crumbs", List.of());
        model.addAttribute("parameters", parameters);
        model.addAttribute("documents", papers(parameters.documents()));
        model.addAttribute(
                "juries",
                parameters.calendar().juryDates().stream()
                        .map(d -> new JuryDay(juries.title(d.jury()), d.date()))
                        .toList());
        model.addAttribute(
                "envelopes",
                parameters.envelopes().stream()
                        .map(e -> new EnvelopeParameter(
                                juries.title(e.jury()), e.measure(), e.year(), e.operating(), e.investment()))
                        .toList());
        return "portal/call";
    }

    private static List<Papers> papers(List<RequiredDocument> documents) {
        return Arrays.stream(HolderKind.values())
                .map(kind -> new Papers(
                        kind,
                        kind == HolderKind.ASSOCIATION,
                        documents.stream()
                                .filter(d ->
                                        d.holders().isEmpty() || d.holders().contains(kind))
                                .toList()))
                .filter(group -> !group.papers().isEmpty())
                .toList();
    }

    /** The papers of one kind of holder. */
    record Papers(HolderKind kind, boolean first, List<RequiredDocument> papers) {}

    record JuryDay(String label, LocalDate date) {}
}
