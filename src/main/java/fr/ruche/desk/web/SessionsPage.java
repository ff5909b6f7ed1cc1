package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sessions of the juries and their agendas. */
@Page
@RequestMapping("/bureau/seances")
class SessionsPage {

    private static final int MANY = 200;

    private final JurySessions sessions;
    private final Agendas agendas;
    private final Dossiers dossiers;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    SessionsPage(JurySessions sessions, Agendas agendas, Dossiers dossiers, Actors actors, Names names, Texts texts) {
        this.sessions = sessions;
        this.agendas = agendas;
        this.dossiers = dossiers;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sessions", sessions.visibleTo(actors.required()));
        model.addAttribute("names", names);
        return "desk/sessions";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        model.addAttribute("sitting", session);
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
        var steward = me.is(Role.MANAGER) && session.status().open();
        model.addAttribute("steward", steward);
        model.addAttribute("waiting", steward ? waiting(session) : List.<Choice>of());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/seances", texts.of("sessions.title"))));
        Refusal.none(Typed.empty(), model);
        return "desk/session";
    }

    @PostMapping("/{id}/ordre-du-jour")
    String put(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        sessions.visibleTo(actors.required(), id);
        try {
            var number = typed.text("dossier");
            if (number == null) {
                throw Rejected.because("dossier", "REQUIRED", "Choisissez le dossier à inscrire.");
            }
            agendas.put(id, new DossierNumber(number), actors.required());
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return show(id, model);
        }
        return done(id, "session.put", after);
    }

    @PostMapping("/{id}/retrait")
    String remove(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        sessions.visibleTo(actors.required(), id);
        try {
            agendas.remove(id, new DossierNumber(typed.value("number")), typed.value("motive"), actors.required());
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return show(id, model);
        }
        return done(id, "session.removed", after);
    }

    @PostMapping("/{id}/annulation")
    String cancel(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        sessions.visibleTo(actors.required(), id);
        try {
            sessions.cancel(id, typed.value("motive"), actors.required());
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return show(id, model);
        }
        return done(id, "session.cancelled", after);
    }

    private List<Choice> waiting(JurySession session) {
        var filter = new DossierFilter(session.call(), null, "event_putOnAgenda", null, null, null, null, null, false);
        return dossiers.search(filter, actors.required(), 0, MANY, DossierSort.NUMBER).items().stream()
                .filter(d -> session.jury().equals(d.jury()))
                .map(d -> new Choice(d.number(), d.number() + " – " + d.title()))
                .toList();
    }

    private static String done(UUID id, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/bureau/seances/" + id;
    }
}
