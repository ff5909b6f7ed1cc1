package fr.ruche.batch;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Interventions;
import fr.ruche.dossier.ReturnPoint;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.listing.Listing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same thing done to all dossiers of a list: tried first, then done one by one behind the manager's back, each in a
 * transaction of its own. It can be stopped and continued, and goes on after a crash. For managers.
 */
@Service
public class Batches {

    /** How many dossiers are tried before a batch begins. */
    public static final int TRIED = 50;

    private static final int SHOWN = 50;
    private static final int LINES = 500;
    private static final int PAGE = 100;

    private final BatchTables tables;
    private final Doing doing;
    private final Dossiers dossiers;
    private final Interventions interventions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int most;

    Batches(
            BatchTables tables,
            Doing doing,
            Dossiers dossiers,
            Interventions interventions,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${ruche.batch.most:20000}") int most) {
        this.tables = tables;
        this.doing = doing;
        this.dossiers = dossiers;
        this.interventions = interventions;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.most = most;
    }

    /** The latest first, fifty at most. @throws Forbidden when not a manager, as everywhere here */
    public List<Batch> recent(Actor me) {
        require(me);
        return tables.recent(SHOWN);
    }

    /** @throws NotFound when there is no such batch */
    public Batch get(UUID id, Actor me) {
        require(me);
        return tables.find(id).orElseThrow(() -> new NotFound(Sentences.of("batch.unknown")));
    }

    /**
     * What became of its dossiers, in the order of the list, five hundred at most; those that this person may no longer
     * see are left out.
     *
     * @param state null for all
     * @param after how many of that state have been passed over before
     */
    public List<BatchLine> lines(UUID id, BatchLine.@Nullable State state, int after, Actor me) {
        get(id, me);
        return lines(id, state, after, LINES, me);
    }

    /**
     * As {@link #lines(UUID, BatchLine.State, int, Actor)}, a hundred to the page.
     *
     * @param page the first is 0; one that is not there is taken for the nearest that is
     */
    public BatchLine.Page page(UUID id, BatchLine.@Nullable State state, int page, Actor me) {
        var pages = (get(id, me).in(state) + PAGE - 1) / PAGE;
        var at = Math.max(0, Math.min(page, pages - 1));
        return new BatchLine.Page(lines(id, state, at * PAGE, PAGE, me), at, pages);
    }

    private List<BatchLine> lines(UUID id, BatchLine.@Nullable State state, int after, int most, Actor me) {
        var lines = tables.lines(id, state, after, most);
        var seen = dossiers.seen(
                me,
                lines.stream().map(line -> new DossierNumber(line.dossier())).collect(Collectors.toSet()));
        return lines.stream()
                .filter(line -> seen.containsKey(new DossierNumber(line.dossier())))
                .toList();
    }

    /** Where the first dossiers of a list may be brought back to: what a manager can choose from. */
    public List<ReturnPoint> returnPoints(Listing listing, Actor me) {
        require(me);
        var found = new LinkedHashMap<String, ReturnPoint>();
        for (var number : first(listing, me)) {
            interventions.returnPoints(number, me).forEach(point -> found.putIfAbsent(point.step(), point));
        }
        return List.copyOf(found.values());
    }

    /**
     * Tries a batch on dossiers of the list, the first of each step at which any wait; nothing of it stays.
     *
     * @throws Rejected naming each field of the plan that is missing, or {@code list} when it has no dossier or too
     *     many
     */
    public Rehearsal rehearse(Listing listing, BatchPlan plan, Actor me) {
        check(plan, me);
        var all = chosen(listing, me);
        var refusals = new LinkedHashMap<String, List<String>>();
        var tried = Spread.over(all, TRIED);
        for (var number : tried) {
            var refusal = tryOut(number, plan, me);
            if (refusal != null) {
                refusals.computeIfAbsent(refusal, any -> new ArrayList<>()).add(number.value());
            }
        }
        var told = refusals.entrySet().stream()
                .map(one -> new Rehearsal.Refusal(
                        one.getKey(), one.getValue().size(), one.getValue().get(0)))
                .sorted(Comparator.comparing(Rehearsal.Refusal::dossiers).reversed())
                .toList();
        var refused = told.stream().mapToInt(Rehearsal.Refusal::dossiers).sum();
        return new Rehearsal(all.size(), tried.size(), tried.size() - refused, told);
    }

    private @Nullable String tryOut(DossierNumber number, BatchPlan plan, Actor me) {
        try {
            transaction.executeWithoutResult(alone -> {
                alone.setRollbackOnly();
                doing.to(number, plan, me);
            });
            return null;
        } catch (RuntimeException refused) {
            return Doing.refusal(refused).orElseThrow(() -> refused);
        }
    }

    /**
     * Begins a batch with all dossiers of the list as it is now.
     *
     * @param expected how many dossiers the manager has been told of; another number is refused, null does not check
     * @throws Rejected as {@link #rehearse}
     * @throws Conflict when the list has another length by now
     */
    public UUID start(Listing listing, BatchPlan plan, @Nullable Integer expected, Actor me) {
        var motive = check(plan, me);
        var all = chosen(listing, me);
        if (expected != null && expected != all.size()) {
            throw new Conflict(Sentences.of("batch.otherLength", all.size(), expected));
        }
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(one -> {
            tables.open(id, Objects.requireNonNull(plan.action()), plan, motive, me.username(), clock.instant());
            tables.put(id, all.stream().map(Spread.Place::dossier).toList());
            events.publishEvent(new BatchStarted(id));
            events.publishEvent(new BatchChanged(id));
        });
        return id;
    }

    /** Nothing more is done after the dossier that is being done. @throws Conflict when it does not run */
    public void stop(UUID id, Actor me) {
        turn(id, BatchState.EN_COURS, BatchState.ARRETE, me);
    }

    /** Goes on where it was stopped. @throws Conflict when it was not */
    public void goOn(UUID id, Actor me) {
        turn(id, BatchState.ARRETE, BatchState.EN_COURS, me);
    }

    private void turn(UUID id, BatchState from, BatchState to, Actor me) {
        get(id, me);
        transaction.executeWithoutResult(one -> {
            if (!tables.turn(id, from, to, me.username(), clock.instant())) {
                throw new Conflict(Sentences.of("batch.state." + from));
            }
            events.publishEvent(new BatchStarted(id));
            events.publishEvent(new BatchChanged(id));
        });
    }

    private static String check(BatchPlan plan, Actor me) {
        require(me);
        var faults = new ArrayList<Fault>();
        if (plan.action() == null) {
            faults.add(new Fault("action", "REQUIRED", Sentences.of("batch.action.required")));
        }
        if (plan.action() == BatchAction.BRING
                && (plan.step() == null || plan.step().isBlank())) {
            faults.add(new Fault("step", "REQUIRED", Sentences.of("batch.step.required")));
        }
        if (plan.action() == BatchAction.MIGRATE && plan.version() == null) {
            faults.add(new Fault("version", "REQUIRED", Sentences.of("batch.version.required")));
        }
        var motive = "";
        try {
            motive = Motive.of(Objects.requireNonNullElse(plan.motive(), ""), Sentences.of("intervention.motive"));
        } catch (Rejected missing) {
            faults.addAll(missing.faults());
        }
        Rejected.ifAny(faults);
        return motive;
    }

    private List<Spread.Place> chosen(Listing listing, Actor me) {
        var all = new ArrayList<Spread.Place>();
        dossiers.each(listing.filter(), me, listing.sort(), line -> {
            if (all.size() <= most) {
                all.add(new Spread.Place(
                        new DossierNumber(line.number()), Objects.requireNonNullElse(line.step(), "")));
            }
        });
        if (all.isEmpty()) {
            throw Rejected.because("list", "REQUIRED", Sentences.of("batch.empty"));
        }
        if (all.size() > most) {
            throw Rejected.because("list", "SIZE", Sentences.of("batch.many", most));
        }
        return all;
    }

    private List<DossierNumber> first(Listing listing, Actor me) {
        return dossiers.search(listing.filter(), me, 0, TRIED, listing.sort()).items().stream()
                .map(line -> new DossierNumber(line.number()))
                .toList();
    }

    private static void require(Actor me) {
        if (!me.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("intervention.forbidden"));
        }
    }
}
