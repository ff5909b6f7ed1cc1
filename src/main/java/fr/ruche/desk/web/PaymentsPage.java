package fr.ruche.desk.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Payment;
import fr.ruche.funding.PaymentPlan;
import fr.ruche.funding.Payments;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register of payments of a dossier. */
@Page
@RequestMapping("/bureau/dossiers/{number}/paiements")
class PaymentsPage {

    private final Payments payments;
    private final Dossiers dossiers;
    private final Actors actors;
    private final Texts texts;

    PaymentsPage(Payments payments, Dossiers dossiers, Actors actors, Texts texts) {
        this.payments = payments;
        this.dossiers = dossiers;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable DossierNumber number, Model model) {
        var me = actors.required();
        var dossier = dossiers.visibleTo(me, number);
        var lines = payments.of(number, me);
        model.addAttribute("dossier", dossier);
        model.addAttribute("payments", lines);
        model.addAttribute(
                "remaining",
                Arrays.stream(Credit.values())
                        .map(credit -> new Remaining(credit, payments.remaining(number, credit)))
                        .toList());
        model.addAttribute("pays", me.is(Role.MANAGER) && dossier.status() == DossierStatus.ATTRIBUE);
        model.addAttribute(
                "credits",
                Arrays.stream(Credit.values())
                        .map(credit -> new Choice(credit.name(), credit.label()))
                        .toList());
        model.addAttribute(
                "cancellable",
                me.is(Role.MANAGER)
                        ? lines.stream()
                                .filter(line -> line.cancels() == null && !cancelled(lines, line))
                                .map(line -> new Choice(
                                        Long.toString(line.id()),
                                        line.reference() + " (" + line.credit().label() + ")"))
                                .toList()
                        : List.<Choice>of());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/dossiers", texts.of("menu.dossiers")),
                        new Crumb("/bureau/dossiers/" + number, number.value())));
        Form.ready(model, Typed.empty());
        return "desk/payments";
    }

    @PostMapping
    String record(@PathVariable DossierNumber number, Form form, Model model) {
        return changed(number, form, model, typed -> {
            var plan = new PaymentPlan(
                    typed.choice("credit", Credit.class),
                    typed.euros("amount"),
                    typed.day("paidOn"),
                    typed.text("reference"));
            typed.ifWrong();
            payments.record(number, plan, actors.required());
        });
    }

    @PostMapping("/annulation")
    String cancel(@PathVariable DossierNumber number, Form form, Model model) {
        return changed(number, form, model, typed -> {
            var line = typed.required("line", texts.of("payment.line.required"));
            typed.ifWrong();
            payments.cancel(number, Long.parseLong(String.valueOf(line)), typed.value("motive"), actors.required());
        });
    }

    private String changed(DossierNumber number, Form form, Model model, Consumer<Typed> change) {
        return form.answer(
                "payment.recorded",
                typed -> {
                    change.accept(typed);
                    return "/bureau/dossiers/" + number + "/paiements";
                },
                () -> show(number, model));
    }

    private static boolean cancelled(List<Payment> lines, Payment line) {
        return lines.stream().anyMatch(other -> Objects.equals(other.cancels(), line.id()));
    }

    record Remaining(Credit credit, BigDecimal amount) {}
}
