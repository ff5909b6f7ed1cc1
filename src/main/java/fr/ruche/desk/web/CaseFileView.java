package fr.ruche.desk.web;

import fr.ruche.common.Iban;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Interventions;
import fr.ruche.dossier.StepNames;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.notification.Notices;
import fr.ruche.notification.Notifications;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Stages;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Route;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers the case file of a dossier from the modules that each know a part of it. */
@Component
class CaseFileView {

    private final Dossiers dossiers;
    private final Interventions interventions;
    private final DossierDocuments documents;
    private final Calls calls;
    private final StepNames steps;
    private final Actors actors;
    private final CaseOpinions opinions;
    private final JurySessions sessions;
    private final BudgetTable budget;
    private final Notifications notifications;
    private final Notices notices;
    private final Names names;
    private final ListPlace place;
    private final Texts texts;

    CaseFileView(
            Dossiers dossiers,
            Interventions interventions,
            DossierDocuments documents,
            Calls calls,
            StepNames steps,
            Actors actors,
            CaseOpinions opinions,
            JurySessions sessions,
            BudgetTable budget,
            Notifications notifications,
            Notices notices,
            Names names,
            ListPlace place,
            Texts texts) {
        this.dossiers = dossiers;
        this.interventions = interventions;
        this.documents = documents;
        this.calls = calls;
        this.steps = steps;
        this.actors = actors;
        this.opinions = opinions;
        this.sessions = sessions;
        this.budget = budget;
        this.notifications = notifications;
        this.notices = notices;
        this.names = names;
        this.place = place;
        this.texts = texts;
    }

    /** The case file on its page, with the list from which one came around it. */
    String page(DossierNumber number, Model model) {
        var shown = show(number, model);
        place.here().ifPresent(around -> {
            model.addAttribute("around", around);
            model.addAttribute("crumbs", crumbs(around.list()));
        });
        return shown;
    }

    /** The parts of the case file, for a page of any kind. */
    String show(DossierNumber number, Model model) {
        var me = actors.required();
        var dossier = dossiers.readableBy(me, number);
        var outsider = dossiers.outsider(me, number);
        model.addAttribute("outsider", outsider);
        model.addAttribute("dossier", dossier);
        model.addAttribute("trail", place.trail());
        model.addAttribute("names", names);
        model.addAttribute("crumbs", crumbs(ListPage.PATH));
        addCall(dossier, model);
        var drawn = steps.of(
                calls.at(dossier.call(), dossier.callVersion()).parameters().process());
        model.addAttribute("stages", Stages.of(dossier, dossiers.steps(number), drawn));
        model.addAttribute("steps", outsider ? List.of() : dossiers.steps(number));
        model.addAttribute("evaluations", outsider ? List.of() : dossiers.evaluations(number));
        model.addAttribute("documents", documents.list(number, me));
        model.addAttribute("missing", dossiers.missingDocuments(number));
        model.addAttribute("deposits", dossiers.deposits(number));
        model.addAttribute("timeline", dossiers.timeline(number, me));
        model.addAttribute("messages", outsider ? List.of() : notifications.of(number));
        model.addAttribute("notices", outsider ? List.of() : notices.of(number));
        model.addAttribute("budget", dossier.full() == null ? List.of() : budget.of(dossier.full()));
        model.addAttribute("maskedIban", maskedIban(dossier));
        opinions.add(number, outsider, model);
        addActions(dossier, model);
        Form.ready(model, Typed.empty());
        return "desk/case";
    }

    /** @param list address of the list from which one comes */
    private List<Crumb> crumbs(String list) {
        return List.of(new Crumb(list, texts.of("menu.dossiers")));
    }

    private void addCall(DossierCase dossier, Model model) {
        var call = calls.at(dossier.call(), dossier.callVersion());
        model.addAttribute("call", call);
        model.addAttribute("measure", dossier.measure().isEmpty() ? null : call.measure(dossier.measure()));
        model.addAttribute("money", call.givesMoney(dossier.measure()));
        model.addAttribute("questions", call.parameters().questions());
        model.addAttribute("judged", call.parameters().tables().eligibility() != null);
        model.addAttribute(
                "themes",
                call.parameters().themes().stream()
                        .filter(t -> dossier.fiche().themes().contains(t.code()))
                        .toList());
        model.addAttribute("paperTitles", call.parameters().documentTitles());
    }

    private static @Nullable String maskedIban(DossierCase dossier) {
        var full = dossier.full();
        return full == null || full.iban() == null ? null : Iban.masked(full.iban());
    }

    private void addActions(DossierCase dossier, Model model) {
        var me = actors.required();
        var steward = me.is(Role.MANAGER);
        model.addAttribute("steward", steward);
        model.addAttribute("paper", dossiers.takesPaper(me, dossier));
        model.addAttribute("forwardable", dossiers.mayForward(me, dossier));
        model.addAttribute(
                "sessions",
                !steward || !"event_putOnAgenda".equals(dossier.step())
                        ? List.<JurySession>of()
                        : sessions.open(me).stream()
                                .filter(s -> s.call().equals(dossier.call())
                                        && s.jury().equals(dossier.jury()))
                                .toList());
    }

    private List<Choice> authorities(DossierCase dossier) {
        return Stream.concat(
                        Stream.of(new Choice("REGION", texts.of("action.to.region"))),
                        dossiers.forwardTargets(dossier).stream().map(epci -> new Choice(epci.siren(), epci.name())))
                .toList();
    }

    /** A page that asks for a motive before a manager does something to the dossier. */
    String ask(DossierNumber number, String action, Model model) {
        var dossier = dossiers.visibleTo(actors.required(), number);
        model.addAttribute("dossier", dossier);
        model.addAttribute("action", action);
        if (action.equals("transmission")) {
            model.addAttribute("authorities", authorities(dossier));
        }
        if (action.equals("etape")) {
            model.addAttribute("points", interventions.returnPoints(number, actors.required()));
        }
        model.addAttribute("routes", texts.choices("route", Route.values()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/dossiers", texts.of("menu.dossiers")),
                        new Crumb("/bureau/dossiers/" + number + place.trail(), number.value())));
        model.addAttribute("trail", place.trail());
        Form.ready(model, Typed.empty());
        return "desk/action";
    }
}
