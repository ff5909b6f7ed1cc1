package fr.ruche.desk.web;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.FicheFields;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A fiche that came on paper: the intercommunality, or a manager, opens and deposits its dossier at once. */
@Page
@RequestMapping("/bureau/papier")
class PaperFichePage {

    private final Dossiers dossiers;
    private final Calls calls;
    private final Actors actors;
    private final FicheFields fields;
    private final Texts texts;

    PaperFichePage(Dossiers dossiers, Calls calls, Actors actors, FicheFields fields, Texts texts) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.actors = actors;
        this.fields = fields;
        this.texts = texts;
    }

    @GetMapping
    String ask(@RequestParam(name = "appel", required = false) @Nullable String code, Model model) {
        if (!mayRegister(actors.required())) {
            throw new Forbidden(Sentences.of("paper.fiche.page.forbidden"));
        }
        return show(code == null ? calls.all().get(0) : calls.current(code), model);
    }

    @PostMapping
    String register(@RequestParam("appel") String code, Form form, Model model) {
        return form.answer(
                "paper.registered",
                typed -> {
                    var arrival = PaperFields.read(typed);
                    var number = dossiers.registerFiche(
                            code, typed.text("account"), fields.read(typed), arrival, actors.required());
                    return "/bureau/dossiers/" + number + "/papier";
                },
                () -> show(calls.current(code), model));
    }

    static boolean mayRegister(Actor officer) {
        return officer.is(Role.MANAGER)
                || !officer.scopes(Role.CONFORMITY_OFFICER).isEmpty();
    }

    private String show(Call call, Model model) {
        model.addAttribute("call", call);
        model.addAttribute(
                "calls",
                calls.all().stream()
                        .map(c -> new Choice(c.code(), c.parameters().title()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/dossiers", texts.of("menu.dossiers"))));
        fields.addChoices(call.parameters(), model);
        Form.ready(model, Typed.empty());
        return "desk/paper-fiche";
    }
}
