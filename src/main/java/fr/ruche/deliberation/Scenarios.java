package fr.ruche.deliberation;

import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.allocation.Allocations;
import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.deliberation.Calculation.Basis;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actor;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Results;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scenarios of a session. Managers and the president make, change and validate them; members read them once the
 * marks are revealed, and nobody before.
 */
@Service
@Transactional
public class Scenarios {

    private static final BigDecimal EURO = new BigDecimal("1.00");
    private static final int HALF = 50;
    private static final int MOST = 50;

    private final Results results;
    private final Markings markings;
    private final JurySessions sessions;
    private final Envelopes envelopes;
    private final Allocations allocations;
    private final Facts facts;
    private final Calculation calculation;
    private final ScenarioTables tables;
    private final Calls calls;
    private final Clock clock;

    Scenarios(
            Results results,
            Markings markings,
            JurySessions sessions,
            Envelopes envelopes,
            Allocations allocations,
            Facts facts,
            Calculation calculation,
            ScenarioTables tables,
            Calls calls,
            Clock clock) {
        this.results = results;
        this.markings = markings;
        this.sessions = sessions;
        this.envelopes = envelopes;
        this.allocations = allocations;
        this.facts = facts;
        this.calculation = calculation;
        this.tables = tables;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The scenarios of a session, the oldest first.
     *
     * @throws NotFound when one may not see the session
     * @throws Forbidden when one is neither a member nor a manager, or a conflict of interest keeps one from a dossier
     * @throws Conflict while marking is blind
     */
    @Transactional(readOnly = true)
    public List<Scenario> of(UUID session, Actor by) {
        return tables.of(readable(session, by).id());
    }

    /** A scenario, calculated against what the ranking alone would give; under the same conditions. */
    public Plan plan(UUID session, UUID scenario, Actor by) {
        var sitting = readable(session, by);
        return plan(find(sitting, scenario), basis(sitting));
    }

    /** Who did what, the latest first; under the same conditions. */
    @Transactional(readOnly = true)
    public List<ScenarioChange> changes(UUID session, UUID scenario, Actor by) {
        return tables.changes(find(readable(session, by), scenario).id());
    }

    /** The rules that a new scenario has when nothing else is said: those of the call, nobody overtakes. */
    @Transactional(readOnly = true)
    public AllocationPolicy usual(UUID session, Actor by) {
        var threshold = calls.current(readable(session, by).call())
                .parameters()
                .marking()
                .threshold();
        return new AllocationPolicy(BigDecimal.valueOf(threshold), true, HALF, true, false, EURO);
    }

    /**
     * Makes a scenario; the first one of a session reads the facts.
     *
     * @param from the scenario whose rules and changes it takes over; null for none
     * @throws Rejected without a name, or with one that is taken
     * @throws Conflict once a scenario of the session is validated
     */
    public Scenario create(UUID session, @Nullable String name, @Nullable UUID from, Actor by) {
        var sitting = steered(session, by);
        mustBeOpenToChange(session);
        var called = Objects.requireNonNullElse(name, "").strip();
        if (called.isEmpty() || called.length() > 80) {
            throw Rejected.because("name", called.isEmpty() ? "REQUIRED" : "LENGTH", Sentences.of("deliberation.name"));
        }
        if (tables.of(session).size() >= MOST) {
            throw new Conflict(Sentences.of("deliberation.many", MOST));
        }
        if (tables.facts(session).isEmpty()) {
            tables.keep(sitting, facts.read(sitting, by), by.signature());
        }
        var model = from == null ? null : find(sitting, from);
        var scenario = new Scenario(
                UUID.randomUUID(),
                session,
                called,
                1,
                model == null ? AllocationMode.RANK : model.mode(),
                model == null ? usual(session, by) : model.policy(),
                model == null ? List.of() : model.choices(),
                by.signature(),
                clock.instant(),
                null,
                null);
        if (!tables.create(scenario)) {
            throw Rejected.because("name", "TWICE", Sentences.of("deliberation.taken", called));
        }
        var told = model == null
                ? Sentences.of("deliberation.created")
                : Sentences.of("deliberation.copied", model.name());
        tables.note(scenario.id(), 1, "CREATE", null, told, by.signature());
        return scenario;
    }

    /**
     * Changes by which rules the envelope is shared.
     *
     * @param seen the version that was read
     * @throws Rejected naming each wrong rule, at {@code policy.…}
     * @throws Conflict when somebody has changed or validated the scenario since
     */
    public Plan terms(UUID session, UUID id, int seen, AllocationMode mode, AllocationPolicy policy, Actor by) {
        var sitting = steered(session, by);
        var scenario = find(sitting, id);
        mustBeOpenToChange(session);
        allocations.share(mode, policy, Map.of("session", Euros.ZERO), "session", List.of());
        mustBeFresh(scenario, seen);
        tables.terms(id, mode, policy);
        tables.note(id, seen + 1, "TERMS", null, told(mode, policy), by.signature());
        return plan(session, id, by);
    }

    /**
     * What a change would make of everybody; nothing is kept. The differences are those from what stands now.
     *
     * @throws Rejected naming what is wrong with it
     */
    public Plan tried(UUID session, UUID id, Change change, Actor by) {
        var sitting = steered(session, by);
        var scenario = find(sitting, id);
        var basis = basis(sitting);
        return calculation.plan(changed(sitting, scenario, basis, change), basis, totals(scenario, basis));
    }

    /**
     * Keeps a change, with who and when.
     *
     * @param seen the version that was read
     * @throws Rejected naming what is wrong with it
     * @throws Conflict when somebody has changed or validated the scenario since; nothing is kept then
     */
    public Plan change(UUID session, UUID id, int seen, Change change, Actor by) {
        var sitting = steered(session, by);
        var scenario = find(sitting, id);
        var basis = basis(sitting);
        var next = changed(sitting, scenario, basis, change);
        mustBeOpenToChange(session);
        mustBeFresh(scenario, seen);
        tables.choose(id, next.choices());
        tables.note(
                id,
                seen + 1,
                Objects.requireNonNull(change.action()).name(),
                change.dossier(),
                told(change, next),
                by.signature());
        return plan(session, id, by);
    }

    /** Reads scores, requests and the rules anew, for all scenarios of the session. */
    public void refresh(UUID session, Actor by) {
        var sitting = steered(session, by);
        tables.lock(session);
        mustBeOpenToChange(session);
        tables.keep(sitting, facts.read(sitting, by), by.signature());
        for (var one : tables.of(session)) {
            tables.note(one.id(), one.version(), "FACTS", null, Sentences.of("deliberation.reread"), by.signature());
        }
    }

    /**
     * Adopts a scenario: its outcomes and amounts are proposed where the outcomes are recorded. What is validated is
     * what was read, and it fits into the envelope whatever others do at the same time: the envelope is held, and what
     * the validated scenarios of other sessions still propose is taken off it.
     *
     * @param seal of the plan that was read
     * @throws Conflict when another scenario was validated, or anything of the plan is no longer so
     * @throws Rejected naming each dossier whose amount cannot be recorded
     */
    public Plan validate(UUID session, UUID id, String seal, Actor by) {
        var sitting = steered(session, by);
        tables.lock(session);
        mustBeOpenToChange(session);
        if (!sitting.status().open()) {
            throw new Conflict(
                    Sentences.of("marking.sessionOver", sitting.status().label()));
        }
        envelopes.hold(sitting.call(), sitting.jury());
        tables.keep(sitting, facts.read(sitting, by), by.signature());
        var scenario = find(sitting, id);
        var basis = basis(sitting);
        var plan = plan(scenario, basis);
        if (!plan.seal().equals(seal)) {
            throw new Conflict(Sentences.of("deliberation.moved"));
        }
        var blocking = plan.lines().stream().filter(Plan.Line::blocking).toList();
        if (!blocking.isEmpty()) {
            throw Rejected.because(
                    "",
                    "A3",
                    Sentences.of(
                            "deliberation.blocked",
                            blocking.stream().map(Plan.Line::dossier).collect(Collectors.joining(", "))));
        }
        tables.validate(id, by.signature());
        tables.hold(session, basis.pots());
        tables.propose(plan, Scenarios::reason);
        tables.note(id, scenario.version(), "VALIDATE", null, Sentences.of("deliberation.validated"), by.signature());
        return plan(session, id, by);
    }

    /** What the form of the outcome proposes as the reason; empty for what is granted in full. */
    private static String reason(Plan.Line line) {
        if (line.standing() == Standing.RETENU) {
            return line.choice().reason();
        }
        if (!line.choice().reason().isEmpty()) {
            return line.choice().reason();
        }
        return switch (line.standing()) {
            case RETENU_PARTIEL -> Sentences.of("deliberation.reason.partial", Euros.format(line.proposed()));
            case DEFAVORABLE -> clipped(String.join(" ", line.broken()));
            case LISTE_COMPLEMENTAIRE -> Sentences.of("deliberation.reason.reserve", line.place());
            default -> "";
        };
    }

    private static String clipped(String text) {
        return text.length() > 4000 ? text.substring(0, 4000) : text;
    }

    private Plan plan(Scenario scenario, Basis basis) {
        return calculation.plan(scenario, basis, totals(scenario.with(List.of()), basis));
    }

    private Map<String, BigDecimal> totals(Scenario scenario, Basis basis) {
        var totals = new HashMap<String, BigDecimal>();
        calculation
                .amounts(scenario, basis)
                .forEach((dossier, amounts) ->
                        totals.put(dossier, amounts.values().stream().reduce(Euros.ZERO, BigDecimal::add)));
        return totals;
    }

    /** What was validated stands on what it was validated on. */
    private Basis basis(JurySession session) {
        var known = tables.facts(session.id()).orElse(List.of());
        var held = tables.held(session.id());
        if (!held.isEmpty()) {
            return new Basis(session.call(), known, held);
        }
        var here = session.pending().stream()
                .map(AgendaItem::dossier)
                .map(Object::toString)
                .collect(Collectors.toSet());
        var basis = new Basis(
                session.call(),
                known.stream().filter(one -> here.contains(one.dossier())).toList(),
                envelopes.drawn(session.call(), session.jury()).stream()
                        .map(one -> new Pot(one.credit(), one.measure(), one.remainder()))
                        .toList());
        var pending = new HashMap<UUID, List<String>>();
        for (var one : tables.proposedBesides(session)) {
            var waiting = pending.computeIfAbsent(one.session(), this::waiting);
            if (waiting.contains(one.dossier())) {
                basis = basis.less(Credit.OPERATING, one.measure(), one.operating());
                basis = basis.less(Credit.INVESTMENT, one.measure(), one.investment());
            }
        }
        return basis;
    }

    private boolean apart(JurySession session, String one, String other) {
        var basis = basis(session);
        return Arrays.stream(Credit.values())
                .anyMatch(credit -> !basis.pot(credit, one).equals(basis.pot(credit, other)));
    }

    private List<String> waiting(UUID session) {
        return sessions.get(session).pending().stream()
                .map(AgendaItem::dossier)
                .map(Object::toString)
                .toList();
    }

    private Scenario find(JurySession session, UUID scenario) {
        return tables.of(session.id()).stream()
                .filter(one -> one.id().equals(scenario))
                .findFirst()
                .orElseThrow(() -> new NotFound(Sentences.of("deliberation.unknown")));
    }

    /**
     * Ranks, amounts and what is left tell of every dossier, so whoever is kept from one of them reads nothing of it
     * all.
     */
    private JurySession readable(UUID session, Actor by) {
        var sitting = results.readable(session, by);
        if (sitting.onAgenda().stream().anyMatch(AgendaItem::withheld)) {
            throw new Forbidden(Sentences.of("deliberation.kept"));
        }
        return sitting;
    }

    private JurySession steered(UUID session, Actor by) {
        var sitting = readable(session, by);
        if (!markings.steers(session, by)) {
            throw new Forbidden(Sentences.of("deliberation.forbidden"));
        }
        return sitting;
    }

    /** Once one is validated, the others stay as the jury left them. */
    private void mustBeOpenToChange(UUID session) {
        validated(session).ifPresent(one -> {
            throw new Conflict(already(one));
        });
    }

    private Optional<Scenario> validated(UUID session) {
        return tables.of(session).stream()
                .filter(one -> one.validatedAt() != null)
                .findFirst();
    }

    private static String already(Scenario one) {
        var at = Objects.requireNonNull(one.validatedAt());
        return Sentences.of(
                "deliberation.already",
                one.name(),
                Objects.requireNonNull(one.validatedBy()),
                FrenchDay.format(ParisTime.dayOf(at)));
    }

    private void mustBeFresh(Scenario scenario, int seen) {
        if (scenario.validatedAt() != null) {
            throw new Conflict(already(scenario));
        }
        if (!tables.next(scenario.id(), seen)) {
            throw new Conflict(Sentences.of("deliberation.stale", scenario.name()));
        }
    }

    private Scenario changed(JurySession session, Scenario scenario, Basis basis, Change change) {
        var action = change.action();
        if (action == null) {
            throw Rejected.because("action", "REQUIRED", Sentences.of("deliberation.action.required"));
        }
        var one = fact(basis, "dossier", change.dossier());
        var why = action == Action.REVERT
                ? ""
                : Motive.of(Objects.requireNonNullElse(change.motive(), ""), Sentences.of("deliberation.why"));
        var choices = new ArrayList<>(scenario.choices());
        if (action.ofTwo()) {
            var other = fact(basis, "other", change.other());
            if (other.dossier().equals(one.dossier())) {
                throw Rejected.because("other", "SAME", Sentences.of("deliberation.same"));
            }
            var plan = calculation.plan(scenario, basis, Map.of());
            if (action == Action.SWAP) {
                put(
                        choices,
                        scenario.of(one.dossier())
                                .place(plan.line(other.dossier()).place() - 1, why));
                put(
                        choices,
                        scenario.of(other.dossier())
                                .place(plan.line(one.dossier()).place() - 1, why));
            } else {
                if (!one.measure().equals(other.measure()) && apart(session, one.measure(), other.measure())) {
                    throw Rejected.because("other", "ENVELOPE", Sentences.of("deliberation.split.envelopes"));
                }
                var amounts = calculation.split(plan, one, other);
                put(choices, settled(scenario, one, amounts.get(one.dossier()), why));
                put(choices, settled(scenario, other, amounts.get(other.dossier()), why));
            }
            return scenario.with(choices);
        }
        switch (action) {
            case AMOUNT -> {
                var amounts = new HashMap<Credit, BigDecimal>();
                amounts.put(Credit.OPERATING, euros("operating", change.operating(), one.operating()));
                amounts.put(Credit.INVESTMENT, euros("investment", change.investment(), one.investment()));
                put(choices, settled(scenario, one, amounts, why));
            }
            case POSTPONE -> put(choices, scenario.of(one.dossier()).fate(Standing.AJOURNE, why));
            case REGIONAL -> {
                if ("regional".equals(session.jury())) {
                    throw Rejected.because("action", "ROUTE-02", Sentences.of("jury.alreadyRegional"));
                }
                put(choices, scenario.of(one.dossier()).fate(Standing.RENVOI_JURY_REGIONAL, why));
            }
            default -> choices.removeIf(choice -> choice.dossier().equals(one.dossier()));
        }
        return scenario.with(choices);
    }

    private static Choice settled(Scenario scenario, Fact fact, @Nullable Map<Credit, BigDecimal> amounts, String why) {
        var given = Objects.requireNonNull(amounts);
        var operating = given.getOrDefault(Credit.OPERATING, Euros.ZERO);
        var investment = given.getOrDefault(Credit.INVESTMENT, Euros.ZERO);
        var total = operating.add(investment);
        if (total.signum() == 0 || total.compareTo(fact.floor()) < 0) {
            throw Rejected.because(
                    "operating",
                    "A3",
                    fact.dossier() + " : "
                            + Sentences.of("jury.granted.belowFloor", Euros.format(total), Euros.format(fact.floor())));
        }
        return scenario.of(fact.dossier()).amounts(operating, investment, why);
    }

    private static void put(List<Choice> choices, Choice choice) {
        choices.removeIf(one -> one.dossier().equals(choice.dossier()));
        choices.add(choice);
    }

    private static Fact fact(Basis basis, String field, @Nullable String dossier) {
        return basis.facts().stream()
                .filter(one -> one.dossier().equals(dossier))
                .findFirst()
                .orElseThrow(() -> Rejected.because(
                        field,
                        dossier == null || dossier.isBlank() ? "REQUIRED" : "CHOICE",
                        Sentences.of("deliberation." + field)));
    }

    private static BigDecimal euros(String field, @Nullable BigDecimal typed, BigDecimal allowed) {
        var amount = Objects.requireNonNullElse(typed, Euros.ZERO);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw Rejected.because(field, "AMOUNT", Sentences.of("deliberation.amount"));
        }
        if (amount.compareTo(allowed) > 0) {
            throw Rejected.because(
                    field, "SUR-01", Sentences.of("deliberation.above", Euros.format(amount), Euros.format(allowed)));
        }
        return Euros.of(amount);
    }

    private static String told(Change change, Scenario next) {
        var dossier = Objects.requireNonNull(change.dossier());
        var choice = next.of(dossier);
        var action = Objects.requireNonNull(change.action());
        var amounts = choice.operating() == null || choice.investment() == null
                ? ""
                : Sentences.of(
                        "deliberation.told.amounts",
                        Euros.format(choice.operating()),
                        Euros.format(choice.investment()));
        var other =
                action.ofTwo() ? Sentences.of("deliberation.told.with", Objects.requireNonNull(change.other())) : "";
        return action.label() + other + (action == Action.REVERT ? "" : amounts + " – " + choice.reason());
    }

    private static String told(AllocationMode mode, AllocationPolicy policy) {
        return Sentences.of(
                "deliberation.told.terms",
                Sentences.of("deliberation.mode." + mode),
                policy.threshold(),
                yes(policy.strict()),
                yes(policy.partial()),
                policy.partialMinPercent(),
                yes(policy.pooling()),
                Euros.format(policy.unit()));
    }

    private static String yes(boolean what) {
        return Sentences.of(what ? "deliberation.yes" : "deliberation.no");
    }
}
