package fr.ruche.desk.web;

import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.common.Euros;
import fr.ruche.common.ParisTime;
import fr.ruche.deliberation.Action;
import fr.ruche.deliberation.Change;
import fr.ruche.deliberation.Plan;
import fr.ruche.deliberation.Scenario;
import fr.ruche.deliberation.Scenarios;
import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.Markings;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The jury deliberates: the ranking against the envelope, scenarios tried, compared, and one of them validated. */
@Page
@RequestMapping("/bureau/seances/{id}/deliberation")
class DeliberationPage {

    private static final int COMPARED = 4;

    private final JurySessions sessions;
    private final Scenarios scenarios;
    private final Markings markings;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    DeliberationPage(
            JurySessions sessions, Scenarios scenarios, Markings markings, Actors actors, Names names, Texts texts) {
        this.sessions = sessions;
        this.scenarios = scenarios;
        this.markings = markings;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID scenario,
            @RequestParam(required = false) @Nullable String dossier,
            Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var all = scenarios.of(id, me);
        var chosen = all.stream()
                .filter(one ->
                        scenario == null ? one.validatedAt() != null : one.id().equals(scenario))
                .findFirst()
                .or(() -> scenario == null
                        ? all.stream().reduce((one, later) -> later)
                        : all.stream().findFirst())
                .orElse(null);
        var plan = chosen == null ? null : scenarios.plan(id, chosen.id(), me);
        var typed = Typed.empty();
        if (plan != null) {
            terms(plan.scenario(), typed);
            typed.put("dossier", dossier);
            plan.lines().stream()
                    .filter(line -> line.dossier().equals(dossier))
                    .findFirst()
                    .ifPresent(line -> typed.put("operating", line.operating()).put("investment", line.investment()));
        }
        model.addAttribute("trial", false);
        return page(session.id(), all, plan, typed, model);
    }

    private String page(UUID id, List<Scenario> all, @Nullable Plan plan, Typed typed, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var open = all.stream().allMatch(one -> one.validatedAt() == null);
        model.addAttribute("sitting", session);
        model.addAttribute("scenarios", all);
        model.addAttribute("plan", plan);
        model.addAttribute("steers", markings.steers(id, me));
        model.addAttribute("open", open && session.status().open());
        model.addAttribute(
                "changes",
                plan == null ? List.of() : scenarios.changes(id, plan.scenario().id(), me));
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
        model.addAttribute(
                "modes",
                Arrays.stream(AllocationMode.values())
                        .map(mode -> new Choice(mode.name(), texts.of("deliberation.mode." + mode)))
                        .toList());
        model.addAttribute(
                "actions",
                Arrays.stream(Action.values())
                        .filter(action -> action != Action.REGIONAL || !"regional".equals(session.jury()))
                        .map(action -> new Choice(action.name(), action.label()))
                        .toList());
        model.addAttribute(
                "dossiers",
                plan == null
                        ? List.of()
                        : plan.lines().stream()
                                .map(line -> new Choice(
                                        line.dossier(), line.place() + ". " + line.dossier() + " – " + line.title()))
                                .toList());
        model.addAttribute("crumbs", crumbs(id));
        Form.ready(model, typed);
        return "desk/deliberation";
    }

    @PostMapping
    String create(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "deliberation.created",
                typed -> {
                    var from = typed.text("from");
                    var made = scenarios.create(
                            id, typed.text("name"), from == null ? null : UUID.fromString(from), actors.required());
                    return page(id, made.id());
                },
                () -> show(id, null, null, model));
    }

    @PostMapping("/{scenario}/regles")
    String terms(@PathVariable UUID id, @PathVariable UUID scenario, Form form, Model model) {
        return form.answer(
                "deliberation.terms",
                typed -> {
                    var mode = typed.choice("mode", AllocationMode.class);
                    var policy = new AllocationPolicy(
                            number(typed, "policy.threshold"),
                            typed.ticked("policy.partial"),
                            whole(typed, "policy.partialMinPercent"),
                            typed.ticked("policy.strict"),
                            typed.ticked("policy.pooling"),
                            number(typed, "policy.unit"));
                    typed.ifWrong();
                    var how = Objects.requireNonNullElse(mode, AllocationMode.RANK);
                    scenarios.terms(id, scenario, version(typed), how, policy, actors.required());
                    return page(id, scenario);
                },
                () -> show(id, scenario, null, model));
    }

    /** Applied, or only tried: then the page shows what it would do to everybody. */
    @PostMapping("/{scenario}/changements")
    Object change(@PathVariable UUID id, @PathVariable UUID scenario, Form form, Model model) {
        if ("try".equals(form.typed().value("do"))) {
            return form.show(
                    typed -> {
                        var me = actors.required();
                        var plan = scenarios.tried(id, scenario, read(typed), me);
                        terms(plan.scenario(), typed);
                        model.addAttribute("trial", true);
                        return form.again(() -> page(id, scenarios.of(id, me), plan, typed, model));
                    },
                    () -> show(id, scenario, null, model));
        }
        return form.answer(
                "deliberation.changed",
                typed -> {
                    scenarios.change(id, scenario, version(typed), read(typed), actors.required());
                    return page(id, scenario);
                },
                () -> show(id, scenario, null, model));
    }

    @PostMapping("/{scenario}/validation")
    String validate(@PathVariable UUID id, @PathVariable UUID scenario, Form form, Model model) {
        return form.answer(
                "deliberation.validated",
                typed -> {
                    scenarios.validate(id, scenario, typed.value("seal"), actors.required());
                    return page(id, scenario);
                },
                () -> show(id, scenario, null, model));
    }

    @PostMapping("/{scenario}/relecture")
    String refresh(@PathVariable UUID id, @PathVariable UUID scenario, Form form, Model model) {
        return form.answer(
                "deliberation.refreshed",
                typed -> {
                    scenarios.refresh(id, actors.required());
                    return page(id, scenario);
                },
                () -> show(id, scenario, null, model));
    }

    @GetMapping("/comparaison")
    String compare(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<UUID> scenario, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var asked = scenario == null ? List.<UUID>of() : scenario;
        var all = scenarios.of(id, me);
        var plans = all.stream()
                .filter(one -> asked.isEmpty() || asked.contains(one.id()))
                .limit(COMPARED)
                .map(one -> scenarios.plan(id, one.id(), me))
                .toList();
        var rows = compared(plans);
        model.addAttribute("sitting", session);
        model.addAttribute("scenarios", all);
        model.addAttribute("plans", plans);
        model.addAttribute(
                "shown", plans.stream().map(plan -> plan.scenario().id()).toList());
        model.addAttribute("rows", rows);
        model.addAttribute("differing", rows.stream().filter(Row::differs).count());
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
        var crumbs = new ArrayList<>(crumbs(id));
        crumbs.add(new Crumb(page(id), texts.of("deliberation.title")));
        model.addAttribute("crumbs", crumbs);
        return "desk/comparison";
    }

    /** A dossier in each scenario, in the order of the first one. */
    record Row(String dossier, String title, List<Plan.Line> lines) {

        boolean differs() {
            return lines.stream()
                            .map(line -> line.standing() + " " + line.operating() + " " + line.investment())
                            .distinct()
                            .count()
                    > 1;
        }

        public boolean different() {
            return differs();
        }
    }

    private static List<Row> compared(List<Plan> plans) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (var plan : plans) {
            for (var line : plan.lines()) {
                rows.computeIfAbsent(line.dossier(), n -> new Row(n, line.title(), new ArrayList<>()))
                        .lines()
                        .add(line);
            }
        }
        return List.copyOf(rows.values());
    }

    private static void terms(Scenario scenario, Typed typed) {
        var policy = scenario.policy();
        typed.set("mode", List.of(scenario.mode().name()));
        typed.set("policy.threshold", List.of(plain(policy.threshold())));
        typed.set("policy.partial", List.of(String.valueOf(policy.partial())));
        typed.set("policy.partialMinPercent", List.of(String.valueOf(policy.partialMinPercent())));
        typed.set("policy.strict", List.of(String.valueOf(policy.strict())));
        typed.set("policy.pooling", List.of(String.valueOf(policy.pooling())));
        typed.set("policy.unit", List.of(plain(policy.unit())));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private BigDecimal number(Typed typed, String field) {
        typed.required(field, texts.of("allocation.needed", texts.of("deliberation.terms." + field)));
        return Objects.requireNonNullElse(typed.euros(field), Euros.ZERO);
    }

    private int whole(Typed typed, String field) {
        typed.required(field, texts.of("allocation.needed", texts.of("deliberation.terms." + field)));
        return Objects.requireNonNullElse(typed.whole(field), 0);
    }

    private static Change read(Typed typed) {
        var change = new Change(
                typed.choice("action", Action.class),
                typed.text("dossier"),
                typed.text("other"),
                typed.euros("operating"),
                typed.euros("investment"),
                typed.text("motive"));
        typed.ifWrong();
        return change;
    }

    private static int version(Typed typed) {
        var version = typed.whole("version");
        typed.ifWrong();
        return version == null ? 0 : version;
    }

    private List<Crumb> crumbs(UUID id) {
        var session = sessions.visibleTo(actors.required(), id);
        return List.of(
                new Crumb("/bureau/seances", texts.of("sessions.title")),
                new Crumb("/bureau/seances/" + id, names.jury(session.jury())),
                new Crumb("/bureau/seances/" + id + "/resultats", texts.of("results.title")));
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id + "/deliberation";
    }

    private static String page(UUID id, UUID scenario) {
        return page(id) + "?scenario=" + scenario;
    }
}
