package fr.ruche.cockpit.web;

import fr.ruche.cockpit.Repairs;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Notifications;
import fr.ruche.notification.Undelivered;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What Ruche could not do by itself, in plain words, and another attempt at it. */
@Page
@RequestMapping(IncidentsPage.PATH)
class IncidentsPage {

    static final String PATH = CockpitPage.PATH + "/incidents";

    private final CockpitFrame frame;
    private final Repairs repairs;
    private final Notifications notifications;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    IncidentsPage(
            CockpitFrame frame, Repairs repairs, Notifications notifications, Actors actors, Texts texts, Clock clock) {
        this.frame = frame;
        this.clock = clock;
        this.repairs = repairs;
        this.notifications = notifications;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        var me = actors.required();
        frame.tabs("incidents", model);
        model.addAttribute("at", clock.instant());
        model.addAttribute("incidents", repairs.incidents(me));
        model.addAttribute("number", repairs.number(me));
        model.addAttribute(
                "mails",
                notifications.undelivered(me).stream()
                        .filter(Undelivered::givenUp)
                        .count());
        model.addAttribute("crumbs", List.of(new Crumb(CockpitPage.PATH, texts.of("cockpit.title"))));
        Form.ready(model, Typed.empty());
        return "cockpit/incidents";
    }

    @PostMapping
    String retry(Form form, Model model) {
        return form.answer(
                "incident.retried",
                typed -> {
                    form.tell("retried", repairs.retry(actors.required(), typed.chosen("job")));
                    return PATH;
                },
                () -> show(model));
    }
}
