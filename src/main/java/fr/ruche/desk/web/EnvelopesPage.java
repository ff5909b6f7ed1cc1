package fr.ruche.desk.web;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.EnvelopeAudit;
import fr.ruche.funding.EnvelopePlan;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the juries of a call may spend, and what is left of it; a manager changes it, with the reason. */
@Page
@RequestMapping("/bureau/gestion/enveloppes/{code}")
class EnvelopesPage {

    private static final Map<String, String> FIELDS = Map.of("amount", "openedAmount", "reason", "openedReason");

    private final Envelopes envelopes;
    private final EnvelopeAudit audit;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    EnvelopesPage(Envelopes envelopes, EnvelopeAudit audit, Calls calls, Actors actors, Names names, Texts texts) {
        this.envelopes = envelopes;
        this.audit = audit;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        var of = envelopes.of(code);
        var me = actors.required();
        var manages = me.is(Role.MANAGER);
        model.addAttribute("counters", manages ? audit.counters(code, me) : List.of());
        model.addAttribute("discrepancies", manages ? audit.check(me) : List.of());
        model.addAttribute("changes", manages ? envelopes.changes(code, me) : List.of());
        model.addAttribute(
                "ends",
                of.stream()
                        .map(e -> new Choice(e.id().toString(), names.jury(e.jury()) + ", " + e.title()))
                        .toList());
        var call = calls.current(code);
        model.addAttribute("call", call);
        model.addAttribute("juries", names.juries(call));
        model.addAttribute(
                "measures",
                call.parameters().measures().stream()
                        .map(measure -> new Choice(measure.code(), measure.code() + " – " + measure.title()))
                        .toList());
        model.addAttribute(
                "credits",
                Arrays.stream(Credit.values())
                        .map(credit -> new Choice(credit.name(), credit.label()))
                        .toList());
        model.addAttribute("envelopes", of);
        model.addAttribute("totals", List.of(total(of, Credit.OPERATING), total(of, Credit.INVESTMENT)));
        model.addAttribute("names", names);
        model.addAttribute(
                "choices",
                of.stream()
                        .map(e -> new Choice(asSeen(e), names.jury(e.jury()) + ", " + e.title()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/envelopes";
    }

    @PostMapping
    String change(@PathVariable String code, Form form, Model model) {
        return form.answer(
                "envelope.changed",
                typed -> {
                    change(typed, envelopes.of(code));
                    return "/bureau/gestion/enveloppes/" + code;
                },
                () -> show(code, model));
    }

    @PostMapping("/ouverture")
    String open(@PathVariable String code, Form form, Model model) {
        return form.answer(
                "envelope.opened",
                typed -> {
                    var plan = new EnvelopePlan(
                            typed.text("jury"),
                            typed.text("measure"),
                            typed.whole("year"),
                            typed.choice("credit", Credit.class),
                            typed.euros("openedAmount"),
                            typed.text("openedReason"));
                    typed.ifWrong();
                    open(code, plan);
                    return "/bureau/gestion/enveloppes/" + code;
                },
                () -> show(code, model));
    }

    /** The form beside names its own amount and reason. */
    private void open(String code, EnvelopePlan plan) {
        try {
            envelopes.open(code, plan, actors.required());
        } catch (Rejected rejected) {
            throw new Rejected(rejected.faults().stream()
                    .map(fault ->
                            new Fault(FIELDS.getOrDefault(fault.field(), fault.field()), fault.rule(), fault.message()))
                    .toList());
        }
    }

    @PostMapping("/delegation")
    String delegate(@PathVariable String code, Form form, Model model) {
        return form.answer(
                "envelope.delegated",
                typed -> {
                    var from = end(typed, "from");
                    var to = end(typed, "to");
                    typed.required("delegated", texts.of("envelope.delegated.required"));
                    var amount = typed.euros("delegated");
                    typed.required("motive", texts.of("envelope.reason.required"));
                    typed.ifWrong();
                    envelopes.delegate(
                            Objects.requireNonNull(from),
                            Objects.requireNonNull(to),
                            Objects.requireNonNull(amount),
                            typed.value("motive"),
                            actors.required());
                    return "/bureau/gestion/enveloppes/" + code;
                },
                () -> show(code, model));
    }

    private @Nullable UUID end(Typed typed, String field) {
        var chosen = typed.required(field, texts.of("envelope.delegation.two"));
        try {
            return chosen == null ? null : UUID.fromString(chosen);
        } catch (IllegalArgumentException noId) {
            return typed.wrong(field, "CHOICE", texts.of("envelope.delegation.two"));
        }
    }

    private void change(Typed typed, List<Envelope> offered) {
        var chosen = typed.required("envelope", texts.of("envelope.envelope.required"));
        typed.required("amount", texts.of("envelope.amount.required"));
        typed.required("reason", texts.of("envelope.reason.required"));
        var amount = typed.euros("amount");
        typed.ifWrong();
        var envelope = offered.stream()
                .filter(e -> chosen != null && chosen.startsWith(e.id().toString()))
                .findFirst()
                .orElseThrow(() -> Rejected.because("envelope", "CHOICE", texts.of("envelope.envelope.required")));
        if (!asSeen(envelope).equals(chosen)) {
            throw Rejected.because("envelope", "CHANGED", texts.of("envelope.moved", Euros.format(envelope.amount())));
        }
        envelopes.changeAmount(
                envelope.id(),
                envelope.amount(),
                Objects.requireNonNull(amount),
                typed.value("reason"),
                actors.required());
    }

    /** The choice of an envelope says its amount, so that two managers do not undo each other unknowingly. */
    private static String asSeen(Envelope envelope) {
        return envelope.id() + " " + envelope.amount().toPlainString();
    }

    private static Total total(List<Envelope> envelopes, Credit credit) {
        var of = envelopes.stream().filter(e -> e.credit() == credit).toList();
        return new Total(credit, sum(of, Envelope::amount), sum(of, Envelope::committed), sum(of, Envelope::remainder));
    }

    private static BigDecimal sum(List<Envelope> envelopes, Function<Envelope, BigDecimal> part) {
        return envelopes.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    record Total(Credit credit, BigDecimal amount, BigDecimal committed, BigDecimal remainder) {

        public String title() {
            return credit.label();
        }
    }
}
