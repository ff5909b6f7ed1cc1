package fr.ruche.desk.web;

import fr.ruche.common.Iban;
import fr.ruche.dossier.BankAccounts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Interventions;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Routing;
import fr.ruche.jury.Agendas;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Route;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a manager may do to a dossier besides the tasks: another jury, an agenda, a pause, another step, a withdrawal.
 */
@Page
@RequestMapping("/bureau/dossiers/{number}")
class CaseActions {

    private final Dossiers dossiers;
    private final Interventions interventions;
    private final Routing routing;
    private final Agendas agendas;
    private final BankAccounts accounts;
    private final Actors actors;
    private final CaseFileView view;
    private final ListPlace place;
    private final Texts texts;

    CaseActions(
            Dossiers dossiers,
            Interventions interventions,
            Routing routing,
            Agendas agendas,
            BankAccounts accounts,
            Actors actors,
            CaseFileView view,
            ListPlace place,
            Texts texts) {
        this.dossiers = dossiers;
        this.interventions = interventions;
        this.routing = routing;
        this.agendas = agendas;
        this.accounts = accounts;
        this.actors = actors;
        this.view = view;
        this.place = place;
        this.texts = texts;
    }

    @GetMapping("/{action:jury|retrait|transmission|suspension|reprise|etape}")
    String ask(@PathVariable DossierNumber number, @PathVariable String action, Model model) {
        return view.ask(number, action, model);
    }

    @PostMapping("/jury")
    String changeRoute(@PathVariable DossierNumber number, Form form, Model model) {
        return act(number, "jury", "case.routed", form, model, typed -> {
            routing.change(seen(number), route(typed), typed.value("motive"), actors.required());
        });
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable DossierNumber number, Form form, Model model) {
        return act(number, "retrait", "case.withdrawn", form, model, typed -> {
            dossiers.withdraw(seen(number), actors.required(), typed.value("motive"));
        });
    }

    @PostMapping("/suspension")
    String suspend(@PathVariable DossierNumber number, Form form, Model model) {
        return act(number, "suspension", "case.suspended", form, model, typed -> {
            interventions.suspend(seen(number), typed.value("motive"), actors.required());
        });
    }

    @PostMapping("/reprise")
    String resume(@PathVariable DossierNumber number, Form form, Model model) {
        return act(number, "reprise", "case.resumed", form, model, typed -> {
            interventions.resume(seen(number), typed.value("motive"), actors.required());
        });
    }

    @PostMapping("/etape")
    String bring(@PathVariable DossierNumber number, Form form, Model model) {
        return act(number, "etape", "case.brought", form, model, typed -> {
            typed.required("step", texts.of("batch.step.required"));
            var until = typed.day("until");
            typed.required("motive", texts.of("intervention.motive"));
            typed.ifWrong();
            interventions.bring(seen(number), typed.value("step"), until, typed.value("motive"), actors.required());
        });
    }

    /** Back to the case file when it is done, to the page of the action when it is refused. */
    private String act(DossierNumber number, String action, String told, Form form, Model model, Consumer<Typed> deed) {
        return form.answer(
                told,
                typed -> {
                    deed.accept(typed);
                    return file(number);
                },
                () -> view.ask(number, action, model));
    }

    /** Whoever forwards a fiche may have to leave it. */
    @PostMapping("/transmission")
    String forward(@PathVariable DossierNumber number, Form form, Model model) {
        return form.answer(
                "case.forwarded",
                typed -> {
                    var me = actors.required();
                    dossiers.forward(seen(number), typed.value("to"), typed.value("motive"), me);
                    return dossiers.sees(me, number) ? file(number) : "/bureau/dossiers";
                },
                () -> view.ask(number, "transmission", model));
    }

    @PostMapping("/ordre-du-jour")
    String putOnAgenda(@PathVariable DossierNumber number, @RequestParam UUID session, Form form, Model model) {
        return form.answer(
                "case.onAgenda",
                typed -> {
                    agendas.put(session, seen(number), actors.required());
                    return file(number);
                },
                () -> view.page(number, model));
    }

    @PostMapping("/iban")
    String showIban(@PathVariable DossierNumber number, Form form, Model model) {
        return form.answer(
                "case.iban",
                typed -> {
                    form.tell("iban", Iban.grouped(accounts.reveal(seen(number), actors.required())));
                    return file(number) + "#porteur";
                },
                () -> view.page(number, model));
    }

    private DossierNumber seen(DossierNumber number) {
        return dossiers.visibleTo(actors.required(), number).number();
    }

    private Route route(Typed typed) {
        typed.required("route", texts.of("action.route.required"));
        typed.required("motive", texts.of("action.motive.required"));
        var route = typed.choice("route", Route.class);
        typed.ifWrong();
        return Objects.requireNonNull(route);
    }

    private String file(DossierNumber number) {
        return "/bureau/dossiers/" + number + place.trail();
    }
}
