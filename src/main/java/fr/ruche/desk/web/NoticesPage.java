package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Notices;
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

/** The decisions that their porteurs do not know yet: which are to be posted or handed over, and which are late. */
@Page
@RequestMapping("/bureau/gestion/notifications")
class NoticesPage {

    private final Notices notices;
    private final Actors actors;
    private final Texts texts;

    NoticesPage(Notices notices, Actors actors, Texts texts) {
        this.notices = notices;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("notices", notices.waiting(actors.required()));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/notices";
    }

    @PostMapping("/{message}")
    String handed(@PathVariable UUID message, Form form, Model model) {
        return form.answer(
                "notices.handed",
                typed -> {
                    var on = typed.day("on");
                    typed.ifWrong();
                    notices.handed(message, on, actors.required());
                    return "/bureau/gestion/notifications";
                },
                () -> {
                    model.addAttribute("asked", message);
                    return show(model);
                });
    }
}
