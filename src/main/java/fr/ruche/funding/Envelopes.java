package fr.ruche.funding;

import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierBrought;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.CallParameters.EnvelopeParameter;
import fr.ruche.programme.CallParameters.Measure;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The envelopes of the calls. No envelope is ever overspent, whoever records at the same time. */
@Service
@Transactional
public class Envelopes {

    private static final String RULE = "ENVELOPE";

    private final EnvelopeTable table;
    private final ReserveTable reserve;
    private final EnvelopeRules rules;
    private final Calls calls;
    private final Clock clock;

    Envelopes(EnvelopeTable table, ReserveTable reserve, EnvelopeRules rules, Calls calls, Clock clock) {
        this.table = table;
        this.reserve = reserve;
        this.rules = rules;
        this.calls = calls;
        this.clock = clock;
    }

    /** The envelopes of a call, opened from its parameters the first time that they are looked at. */
    public List<Envelope> of(String call) {
        var current = calls.current(call).parameters();
        var known = table.of(call);
        var opened = known.stream().map(Envelopes::dimensions).collect(Collectors.toSet());
        var missing = current.envelopes().stream()
                .flatMap(parameter -> Arrays.stream(Credit.values()).map(credit -> asStated(call, parameter, credit)))
                .filter(stated -> !opened.contains(dimensions(stated)))
                .toList();
        missing.forEach(stated -> table.open(stated.id(), stated));
        return missing.isEmpty() ? known : table.of(call);
    }

    private Envelope asStated(String call, EnvelopeParameter parameter, Credit credit) {
        var year = parameter.year();
        return new Envelope(
                UUID.randomUUID(),
                call,
                parameter.jury(),
                parameter.measure(),
                year == null
                        ? calls.current(call).parameters().calendar().opening().getYear()
                        : year,
                credit,
                credit == Credit.OPERATING ? parameter.operating() : parameter.investment(),
                Euros.ZERO);
    }

    private static List<@Nullable Object> dimensions(Envelope envelope) {
        return Arrays.asList(envelope.jury(), envelope.measure(), envelope.year(), envelope.credit());
    }

    /** The envelopes from which this jury draws now, whatever the measure. */
    public List<Envelope> drawn(String call, String jury) {
        of(call);
        var measures = new ArrayList<@Nullable String>();
        measures.add(null);
        calls.current(call).parameters().measures().forEach(measure -> measures.add(measure.code()));
        return Arrays.stream(Credit.values())
                .flatMap(credit ->
                        measures.stream().flatMap(measure -> table.drawn(call, jury, credit, measure).stream()))
                .distinct()
                .toList();
    }

    /**
     * What the jury may still grant for this credit to a dossier that holds nothing yet, in euros; zero when it has no
     * such envelope.
     *
     * @param measure null for a measure without an envelope of its own
     */
    public BigDecimal remainder(String call, String jury, @Nullable String measure, Credit credit) {
        return source(call, jury, measure, credit).map(Envelope::remainder).orElse(Euros.ZERO);
    }

    /** From which a dossier of this measure that holds nothing yet would draw. */
    Optional<Envelope> source(String call, String jury, @Nullable String measure, Credit credit) {
        of(call);
        return table.drawn(call, jury, credit, measure);
    }

    /** Until the end of the transaction nobody else moves money of this jury, nor changes its envelopes. */
    public void hold(String call, String jury) {
        of(call);
        table.hold(call, jury);
    }

    /**
     * Commits these amounts for the dossier, in place of what was committed for it before: on the envelope that held
     * it, or else the one of this year, first the one kept for its measure.
     *
     * @param jury {@code regional} or the SIREN of the EPCI
     * @throws Rejected naming each envelope that has not enough left; nothing is then committed
     */
    public void commit(
            DossierNumber dossier,
            String call,
            String jury,
            @Nullable String measure,
            BigDecimal operating,
            BigDecimal investment) {
        of(call);
        var wanted =
                new EnumMap<Credit, BigDecimal>(Map.of(Credit.OPERATING, operating, Credit.INVESTMENT, investment));
        wanted.values().removeIf(amount -> amount.signum() == 0);
        var targets = targets(dossier, call, jury, measure, wanted);
        replace(dossier, targets, Sentences.of("envelope.replaced"));
    }

    /** Gives back whatever is committed for the dossier; nothing to do is fine. */
    public void release(DossierNumber dossier, String reason) {
        replace(dossier, Map.of(), reason);
    }

    /** The same for money on which a decision had been taken: it goes to the reserve list of its jury. */
    void releaseToReserve(DossierNumber dossier, String reason) {
        reserve.freed(dossier.value(), clock.instant());
        release(dossier, reason);
    }

    /** Whether as much is left, in euros, for a dossier of this jury that holds nothing yet. */
    boolean suffices(String call, String jury, @Nullable String measure, BigDecimal operating, BigDecimal investment) {
        return remainder(call, jury, measure, Credit.OPERATING).compareTo(operating) >= 0
                && remainder(call, jury, measure, Credit.INVESTMENT).compareTo(investment) >= 0;
    }

    /**
     * A manager opens an envelope: of another year, or kept for one measure. What is committed elsewhere stays there.
     *
     * @throws Rejected naming each missing or wrong field
     * @throws Conflict when there is one of these dimensions
     */
    public Envelope open(String call, EnvelopePlan plan, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("envelope.change.forbidden"));
        }
        var parameters = calls.current(call).parameters();
        EnvelopeRules.checkOpening(
                plan,
                of(call).stream().map(Envelope::jury).collect(Collectors.toSet()),
                parameters.measures().stream().map(Measure::code).collect(Collectors.toSet()));
        var amount = Objects.requireNonNull(plan.amount());
        var envelope = new Envelope(
                UUID.randomUUID(),
                call,
                Objects.requireNonNull(plan.jury()),
                plan.measure(),
                Objects.requireNonNull(plan.year()),
                Objects.requireNonNull(plan.credit()),
                amount,
                Euros.ZERO);
        if (!table.open(envelope.id(), envelope)) {
            throw new Conflict(Sentences.of("envelope.exists", envelope.title()));
        }
        var before = new Envelope(
                envelope.id(),
                call,
                envelope.jury(),
                envelope.measure(),
                envelope.year(),
                envelope.credit(),
                Euros.ZERO,
                Euros.ZERO);
        table.traceChange(
                before, amount, null, Objects.requireNonNull(plan.reason()).strip(), by.username(), clock.instant());
        return envelope;
    }

    /**
     * A manager raises or lowers an envelope.
     *
     * @param seen the amount that the manager has read, null to change whatever stands there; euros
     * @throws Conflict when somebody has changed it since
     * @throws Rejected without a reason, or when less would be left than is committed
     */
    public Envelope changeAmount(UUID id, @Nullable BigDecimal seen, BigDecimal amount, String reason, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("envelope.change.forbidden"));
        }
        var envelope = table.find(id).orElseThrow(() -> new NotFound(Sentences.of("envelope.unknown")));
        EnvelopeRules.checkChange(amount, reason);
        if (!table.changeAmount(id, seen == null ? envelope.amount() : seen, amount)) {
            var now = table.find(id).orElse(envelope);
            if (now.committed().compareTo(amount) > 0) {
                throw Rejected.because("amount", RULE, EnvelopeRules.belowCommitted(now));
            }
            throw new Conflict(Sentences.of("envelope.moved", Euros.format(now.amount())));
        }
        table.traceChange(envelope, amount, null, reason.strip(), by.username(), clock.instant());
        return table.find(id).orElseThrow();
    }

    /**
     * A manager delegates money of the Region to a territory, or takes back what was: from one envelope to another of
     * the same call, section and year, one of which is the regional one. All or nothing, with its trace on both.
     *
     * @throws Rejected naming the envelopes or the amount, which leaves the first what it has committed
     * @throws Forbidden when not a manager
     */
    public void delegate(UUID from, UUID to, BigDecimal amount, String reason, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("envelope.forbidden"));
        }
        EnvelopeRules.checkChange(amount, reason);
        var held = table.hold(from, to).stream().collect(Collectors.toMap(Envelope::id, Function.identity()));
        var giver = held.get(from);
        var taker = held.get(to);
        if (giver == null || taker == null || giver == taker) {
            throw Rejected.because("to", RULE, Sentences.of("envelope.delegation.two"));
        }
        EnvelopeRules.checkDelegation(giver, taker, amount);
        var now = clock.instant();
        var less = giver.amount().subtract(amount);
        var more = taker.amount().add(amount);
        table.setAmount(from, less);
        table.setAmount(to, more);
        table.traceChange(giver, less, to, reason.strip(), by.username(), now);
        table.traceChange(taker, more, from, reason.strip(), by.username(), now);
    }

    /** What was changed of the envelopes of a call, the latest first. @throws Forbidden when not a manager */
    @Transactional(readOnly = true)
    public List<EnvelopeChange> changes(String call, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("envelope.forbidden"));
        }
        return table.changes(call);
    }

    /** A dossier that ends without a grant no longer holds money. */
    @EventListener
    void giveBack(DossierStatusChanged change) {
        if (!change.to().ended() || change.to() == DossierStatus.ATTRIBUE) {
            return;
        }
        if (change.from().decided()) {
            releaseToReserve(change.dossier(), change.reason());
        } else {
            release(change.dossier(), change.reason());
        }
    }

    /** What was committed when the dossier last came to this step is committed again, and nothing else. */
    @EventListener
    void restore(DossierBrought change) {
        var number = change.dossier().value();
        var then = table.heldAt(number, change.since());
        var now = table.activeOf(number);
        if (EnvelopeTable.same(then, now)) {
            return;
        }
        if (change.from().decided() && then.isEmpty()) {
            reserve.freed(number, clock.instant());
        }
        var targets = new TreeMap<UUID, Target>();
        then.forEach(held -> targets.put(
                held.envelope(), new Target(table.find(held.envelope()).orElseThrow(), held.amount())));
        replace(change.dossier(), targets, Sentences.of("envelope.brought", change.motive()));
    }

    private Map<UUID, Target> targets(
            DossierNumber dossier, String call, String jury, @Nullable String measure, Map<Credit, BigDecimal> wanted) {
        var holding = table.activeOf(dossier.value()).stream()
                .flatMap(held -> table.find(held.envelope()).stream())
                .toList();
        var targets = new TreeMap<UUID, Target>();
        var faults = new ArrayList<Fault>();
        wanted.forEach((credit, amount) -> holding.stream()
                .filter(envelope -> envelope.serves(call, jury, credit, measure))
                .findFirst()
                .or(() -> table.drawn(call, jury, credit, measure))
                .ifPresentOrElse(
                        envelope -> targets.put(envelope.id(), new Target(envelope, amount)),
                        () -> faults.add(new Fault(credit.field(), RULE, rules.none(jury, credit)))));
        Rejected.ifAny(faults);
        return targets;
    }

    private void replace(DossierNumber dossier, Map<UUID, Target> targets, String reason) {
        var active = table.activeOf(dossier.value());
        var deltas = new TreeMap<UUID, BigDecimal>();
        active.forEach(c -> deltas.merge(c.envelope(), c.amount().negate(), BigDecimal::add));
        targets.forEach((id, target) -> deltas.merge(id, target.amount(), BigDecimal::add));
        move(deltas, targets);
        var now = clock.instant();
        active.forEach(c -> table.release(c.id(), reason, now));
        targets.forEach((id, target) -> table.commit(id, dossier.value(), target.amount(), now));
    }

    /** In the order of the ids, the same for everybody, so that two transactions never wait for each other. */
    private void move(TreeMap<UUID, BigDecimal> deltas, Map<UUID, Target> targets) {
        var faults = new ArrayList<Fault>();
        deltas.forEach((id, delta) -> {
            if (delta.signum() != 0 && !table.move(id, delta)) {
                var target = Objects.requireNonNull(targets.get(id));
                faults.add(rules.tooLittle(table.find(id).orElse(target.envelope()), target.amount()));
            }
        });
        Rejected.ifAny(faults);
    }

    private record Target(Envelope envelope, BigDecimal amount) {}
}
