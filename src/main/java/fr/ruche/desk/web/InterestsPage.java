package fr.ruche.desk.web;

import fr.ruche.dossier.Interests;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where one declares the seats and roles that one has in organisations; a manager sees those of everybody. */
@Page
@RequestMapping(InterestsPage.PATH)
class InterestsPage {

    static final String PATH = "/bureau/interets";

    private final Interests interests;
    private final Actors actors;
    private final Texts texts;

    InterestsPage(Interests interests, Actors actors, Texts texts) {
        this.interests = interests;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        var me = actors.required();
        model.addAttribute("manager", me.is(Role.MANAGER));
        model.addAttribute("interests", interests.of(me));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau", texts.of("menu.desk"))));
        Form.ready(model, Typed.empty());
        return "desk/interests";
    }

    @PostMapping
    String declare(Form form, Model model) {
        return form.answer(
                "interest.declared",
                typed -> {
                    interests.declare(
                            typed.value("person"),
                            typed.value("organisation"),
                            typed.value("capacity"),
                            actors.required());
                    return PATH;
                },
                () -> show(model));
    }

    @PostMapping("/{id}/fin")
    String end(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "interest.ended",
                typed -> {
                    interests.end(id, actors.required());
                    return PATH;
                },
                () -> show(model));
    }
}
