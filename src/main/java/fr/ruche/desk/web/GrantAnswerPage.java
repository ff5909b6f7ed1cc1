package fr.ruche.desk.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.identity.Actors;
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

/** What a porteur answered on paper to the grant, recorded by a manager. */
@Page
@RequestMapping("/bureau/dossiers/{number}/reponse")
class GrantAnswerPage {

    private final GrantAnswers answers;
    private final Dossiers dossiers;
    private final Actors actors;
    private final Texts texts;

    GrantAnswerPage(GrantAnswers answers, Dossiers dossiers, Actors actors, Texts texts) {
        this.answers = answers;
        this.dossiers = dossiers;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable DossierNumber number, Model model) {
        model.addAttribute("dossier", dossiers.visibleTo(actors.required(), number));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/dossiers", texts.of("menu.dossiers")),
                        new Crumb("/bureau/dossiers/" + number, number.value())));
        Form.ready(model, Typed.empty());
        return "desk/grant-answer";
    }

    @PostMapping
    String answer(@PathVariable DossierNumber number, Form form, Model model) {
        var accepted = Boolean.parseBoolean(form.typed().value("accepted"));
        return form.answer(
                accepted ? "grant.accepted" : "grant.declined",
                typed -> {
                    answers.answer(number, accepted, typed.text("motive"), actors.required());
                    return "/bureau/dossiers/" + number;
                },
                () -> show(number, model));
    }
}
