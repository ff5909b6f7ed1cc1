package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a manager sets what a call may spend and when; each change keeps its reason. */
@Page
@RequestMapping("/bureau/gestion")
class SettingsPage {

    private final Calls calls;
    private final Envelopes envelopes;
    private final JurySessions sessions;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    SettingsPage(Calls calls, Envelopes envelopes, JurySessions sessions, Actors actors, Names names, Texts texts) {
        this.calls = calls;
        this.envelopes = envelopes;
        this.sessions = sessions;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String overview(Model model) {
        model.addAttribute("calls", calls.all());
        model.addAttribute(
                "sessions",
                sessions.visibleTo(actors.required()).stream()
                        .filter(s -> s.status().open())
                        .toList());
        model.addAttribute("names", names);
        return "desk/settings";
    }

    @GetMapping("/enveloppes/{code}")
    String envelopes(@PathVariable String code, Model model) {
        var of = envelopes.of(code);
        model.addAttribute("call", calls.current(code));
        model.addAttribute("envelopes", of);
        model.addAttribute("totals", List.of(total(of, Credit.OPERATING), total(of, Credit.INVESTMENT)));
        model.addAttribute("names", names);
        model.addAttribute(
                "choices",
                of.stream()
                        .map(e -> new Choice(
                                e.id().toString(),
                                names.jury(e.jury()) + ", " + e.credit().label()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Refusal.none(Typed.empty(), model);
        return "desk/envelopes";
    }

    @PostMapping("/enveloppes/{code}")
    String change(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        try {
            var amount = typed.euros("amount");
            var envelope = typed.text("envelope");
            if (envelope == null) {
                typed.wrong("envelope", "REQUIRED", "Choisissez l’enveloppe à modifier.");
            }
            if (amount == null && typed.text("amount") == null) {
                typed.wrong("amount", "REQUIRED", "Donnez le nouveau montant.");
            }
            typed.ifWrong();
            envelopes.changeAmount(
                    UUID.fromString(Objects.requireNonNull(envelope)),
                    Objects.requireNonNull(amount),
                    typed.value("reason"),
                    actors.required());
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return envelopes(code, model);
        }
        after.addFlashAttribute("done", "envelope.changed");
        return "redirect:/bureau/gestion/enveloppes/" + code;
    }

    private static Total total(List<Envelope> envelopes, Credit credit) {
        var of = envelopes.stream().filter(e -> e.credit() == credit).toList();
        return new Total(credit, sum(of, Envelope::amount), sum(of, Envelope::committed), sum(of, Envelope::remainder));
    }

    private static BigDecimal sum(List<Envelope> envelopes, Function<Envelope, BigDecimal> part) {
        return envelopes.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    record Total(Credit credit, BigDecimal amount, BigDecimal committed, BigDecimal remainder) {}
}
