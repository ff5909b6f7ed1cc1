package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Routing;
import fr.ruche.jury.Agendas;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import fr.ruche.programme.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a manager may do to a dossier besides the tasks: another jury, an agenda, a withdrawal. */
@Page
@RequestMapping("/bureau/dossiers/{number}")
class CaseActions {

    private final Dossiers dossiers;
    private final Routing routing;
    private final Agendas agendas;
    private final Actors actors;
    private final CaseFileView view;

    CaseActions(Dossiers dossiers, Routing routing, Agendas agendas, Actors actors, CaseFileView view) {
        this.dossiers = dossiers;
        this.routing = routing;
        this.agendas = agendas;
        this.actors = actors;
        this.view = view;
    }

    @GetMapping("/{action:jury|retrait}")
    String ask(@PathVariable DossierNumber number, @PathVariable String action, Model model) {
        return view.ask(number, action, model);
    }

    @PostMapping("/jury")
    String changeRoute(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        dossiers.visibleTo(actors.required(), number);
        try {
            routing.change(number, route(typed), typed.value("motive"), actors.required());
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return view.ask(number, "jury", model);
        }
        return done(number, "case.routed", after);
    }

    @PostMapping("/retrait")
    String withdraw(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        dossiers.visibleTo(actors.required(), number);
        try {
            dossiers.withdraw(number, actors.required(), typed.value("motive"));
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return view.ask(number, "retrait", model);
        }
        return done(number, "case.withdrawn", after);
    }

    @PostMapping("/ordre-du-jour")
    String putOnAgenda(@PathVariable DossierNumber number, @RequestParam UUID session, RedirectAttributes after) {
        dossiers.visibleTo(actors.required(), number);
        agendas.put(session, number, actors.required());
        return done(number, "case.onAgenda", after);
    }

    private static Route route(Typed typed) {
        var route = typed.choice("route", Route.class);
        if (route == null) {
            throw Rejected.because("route", "REQUIRED", "Choisissez le jury qui examinera le dossier.");
        }
        return route;
    }

    private static String done(DossierNumber number, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/bureau/dossiers/" + number;
    }
}
