package fr.ruche.portal.web;

import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Evaluation;
import fr.ruche.dossier.StepNames;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.funding.Payments;
import fr.ruche.funding.ReserveList;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Stages;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a dossier stands, who holds it, what is next and by when. */
@Page
@RequestMapping("/porteur/dossiers/{number}")
class FollowUpPage {

    private final Payments payments;
    private final GrantAnswers answers;
    private final ReserveList reserve;
    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Calls calls;
    private final StepNames steps;
    private final Actors actors;
    private final Notifications notifications;
    private final PlaceNames places;
    private final Texts texts;

    FollowUpPage(
            Payments payments,
            GrantAnswers answers,
            ReserveList reserve,
            Dossiers dossiers,
            DossierDocuments documents,
            Calls calls,
            StepNames steps,
            Actors actors,
            Notifications notifications,
            PlaceNames places,
            Texts texts) {
        this.payments = payments;
        this.answers = answers;
        this.reserve = reserve;
        this.dossiers = dossiers;
        this.documents = documents;
        this.calls = calls;
        this.steps = steps;
        this.actors = actors;
        this.notifications = notifications;
        this.places = places;
        this.texts = texts;
    }

    @GetMapping
    String follow(@PathVariable DossierNumber number, Model model) {
        var me = actors.required();
        var dossier = head(number, model);
        var drawn = steps.of(
                calls.at(dossier.call(), dossier.callVersion()).parameters().process());
        model.addAttribute("stages", Stages.of(dossier, dossiers.steps(number), drawn));
        model.addAttribute("place", places.of(dossier));
        model.addAttribute("deposits", dossiers.deposits(number));
        model.addAttribute("documents", documents.list(number, me));
        model.addAttribute("timeline", dossiers.timeline(number, me));
        model.addAttribute("messages", latestFirst(notifications.readBy(me, number)));
        model.addAttribute("evaluation", evaluation(dossier));
        model.addAttribute("crumbs", List.of(new Crumb("/porteur", texts.of("menu.mine"))));
        model.addAttribute("payments", payments.of(number, me));
        model.addAttribute("reserve", reserve.on(number, me).orElse(null));
        Form.ready(model, Typed.empty());
        return "portal/follow";
    }

    /** A receipt that can be printed: what was received, when, and the print of its content. */
    @GetMapping("/recepisse/{id}")
    String receipt(@PathVariable DossierNumber number, @PathVariable UUID id, Model model) {
        head(number, model);
        var receipt = dossiers.deposits(number).stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(texts.of("receipt.none")));
        model.addAttribute("receipt", receipt);
        model.addAttribute(
                "by", actors.find(receipt.by()).map(Actor::displayName).orElse(receipt.by()));
        model.addAttribute("crumbs", trail(number));
        return "portal/receipt";
    }

    /** The answer to the grant. */
    @PostMapping("/reponse")
    String answer(@PathVariable DossierNumber number, Form form, Model model) {
        var accepted = Boolean.parseBoolean(form.typed().value("accepted"));
        return form.answer(
                accepted ? "grant.accepted" : "grant.declined",
                typed -> {
                    answers.answer(number, accepted, typed.text("motive"), actors.required());
                    return "/porteur/dossiers/" + number;
                },
                () -> follow(number, model));
    }

    @GetMapping("/abandon")
    String askAbandon(@PathVariable DossierNumber number, Model model) {
        head(number, model);
        model.addAttribute("crumbs", trail(number));
        model.addAttribute("typed", Typed.empty());
        model.addAttribute("faults", Faults.none());
        return "portal/abandon";
    }

    @PostMapping("/abandon")
    String abandon(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        try {
            dossiers.abandon(number, actors.required(), typed.value("motive"));
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            askAbandon(number, model);
            model.addAttribute("typed", typed);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return "portal/abandon";
        }
        after.addFlashAttribute("done", "abandoned");
        return "redirect:/porteur/dossiers/" + number;
    }

    /** What the rules said last; that they wait for the intercommunality is no news once it has answered. */
    private @Nullable Evaluation evaluation(DossierCase dossier) {
        return dossiers.evaluations(dossier.number()).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.result().verdict() != Verdict.EN_ATTENTE_CONFORMITE
                        || (dossier.conformity() == null && !dossier.status().ended()))
                .orElse(null);
    }

    private static List<Message> latestFirst(List<Message> messages) {
        return messages.stream()
                .sorted(Comparator.comparing(Message::at).reversed())
                .toList();
    }

    private DossierCase head(DossierNumber number, Model model) {
        var dossier = dossiers.visibleTo(actors.required(), number);
        var call = calls.at(dossier.call(), dossier.callVersion());
        model.addAttribute("dossier", dossier);
        model.addAttribute("money", call.givesMoney(dossier.measure()));
        model.addAttribute("callTitle", call.parameters().title());
        model.addAttribute("paperTitles", call.parameters().documentTitles());
        model.addAttribute(
                "measureTitle",
                dossier.measure().isEmpty()
                        ? ""
                        : call.measure(dossier.measure()).title());
        return dossier;
    }

    private List<Crumb> trail(DossierNumber number) {
        return List.of(
                new Crumb("/porteur", texts.of("menu.mine")), new Crumb("/porteur/dossiers/" + number, number.value()));
    }
}
