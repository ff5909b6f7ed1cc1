package fr.ruche.desk.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.Envelopes;
import fr.ruche.funding.ReserveLine;
import fr.ruche.funding.ReserveList;
import fr.ruche.identity.Actors;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The reserve lists of a call: who waits at which rank, who was called with whose money. */
@Page
@RequestMapping("/bureau/gestion/liste-complementaire/{code}")
class ReservePage {

    private final ReserveList reserve;
    private final Envelopes envelopes;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    ReservePage(ReserveList reserve, Envelopes envelopes, Actors actors, Names names, Texts texts) {
        this.reserve = reserve;
        this.envelopes = envelopes;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        var me = actors.required();
        var lines = reserve.of(code, me);
        model.addAttribute("code", code);
        model.addAttribute("names", names);
        model.addAttribute(
                "juries",
                lines.stream()
                        .map(ReserveLine::jury)
                        .distinct()
                        .map(jury -> ofJury(code, jury, lines))
                        .toList());
        model.addAttribute(
                "waiting",
                lines.stream()
                        .filter(line -> !line.called())
                        .map(line -> new Choice(
                                line.dossier().value(),
                                texts.of("reserve.choice", line.dossier(), line.title(), line.rank())))
                        .toList());
        model.addAttribute("moves", reserve.moves(code, me));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/reserve";
    }

    @PostMapping
    String call(@PathVariable String code, Form form, Model model) {
        return form.answer(
                "reserve.called",
                typed -> {
                    var number = typed.required("dossier", texts.of("reserve.dossier.required"));
                    typed.ifWrong();
                    reserve.call(new DossierNumber(String.valueOf(number)), typed.text("motive"), actors.required());
                    return "/bureau/gestion/liste-complementaire/" + code;
                },
                () -> show(code, model));
    }

    private OfJury ofJury(String code, String jury, List<ReserveLine> lines) {
        return new OfJury(
                jury,
                envelopes.drawn(code, jury),
                lines.stream().filter(line -> line.jury().equals(jury)).toList());
    }

    record OfJury(String jury, List<Envelope> envelopes, List<ReserveLine> lines) {}
}
