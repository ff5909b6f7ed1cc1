package fr.ruche.commission;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.funding.JuryAdvice;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The meetings of the commission permanente, which decides (CP-03): the jury only gives an opinion. A meeting is
 * prepared, voted, then carried out: each decision is recorded as if it were in its task, with its letter. Managers
 * only.
 */
@Service
public class Commission {

    /** How many decisions are carried out at once. */
    public static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Commission.class);

    static final String STEP = "userTask_recordDecision";

    private static final int PAGE = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 60;

    private final MeetingTables tables;
    private final Dossiers dossiers;
    private final JuryAdvice jury;
    private final Calls calls;
    private final Processes processes;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Commission(
            MeetingTables tables,
            Dossiers dossiers,
            JuryAdvice jury,
            Calls calls,
            Processes processes,
            Notifications notifications,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tables = tables;
        this.dossiers = dossiers;
        this.jury = jury;
        this.calls = calls;
        this.processes = processes;
        this.notifications = notifications;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every meeting, without its list, the latest first. @throws Forbidden when not a manager */
    public List<Meeting> all(Actor by) {
        mustManage(by);
        return tables.all().stream()
                .map(row -> meeting(row, List.of(), List.of()))
                .toList();
    }

    /** @throws NotFound when there is none */
    public Meeting get(UUID id, Actor by) {
        mustManage(by);
        return meeting(tables.find(id).orElseThrow(Commission::unknown));
    }

    /**
     * Prepares a meeting; its list takes the dossiers of the call that wait for a decision and are on no other list;
     * one of the reserve list waits for a decision once it was called.
     *
     * @throws Rejected naming each missing or wrong field
     */
    public Meeting prepare(@Nullable String call, @Nullable LocalDate day, @Nullable String title, Actor by) {
        mustManage(by);
        var faults = new ArrayList<Fault>();
        if (call == null || calls.all().stream().noneMatch(known -> known.code().equals(call))) {
            faults.add(new Fault("call", "REQUIRED", Sentences.of("commission.call.required")));
        }
        if (day == null) {
            faults.add(new Fault("day", "REQUIRED", Sentences.of("commission.day.required")));
        }
        if (title == null || title.isBlank()) {
            faults.add(new Fault("title", "REQUIRED", Sentences.of("commission.title.required")));
        } else if (title.length() > LONGEST) {
            faults.add(new Fault("title", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        Rejected.ifAny(faults);
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(one -> {
            tables.alone(Objects.requireNonNull(call));
            tables.prepare(
                    id,
                    Objects.requireNonNull(call),
                    Objects.requireNonNull(day),
                    Objects.requireNonNull(title).strip(),
                    by.signature(),
                    clock.instant());
            fill(id, call, by);
        });
        return get(id, by);
    }

    /** Takes the dossiers that have become ready since. @return how many */
    public int refill(UUID id, Actor by) {
        mustManage(by);
        return Objects.requireNonNull(transaction.execute(one -> {
            var call = inPreparation(id).call();
            tables.alone(call);
            var added = fill(id, call, by);
            note(id.toString(), "LIST_REFILLED", Sentences.of("deed.commission.refilled", added));
            return added;
        }));
    }

    /**
     * Puts a dossier on the list.
     *
     * @throws Conflict when it does not wait for a decision, or is on the list of a meeting
     */
    public void put(UUID id, DossierNumber number, Actor by) {
        mustManage(by);
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            tables.alone(meeting.call());
            var dossier = dossiers.visibleTo(by, number);
            if (!dossier.call().equals(meeting.call()) || !STEP.equals(dossier.step())) {
                throw new Conflict(Sentences.of("commission.notReady", number));
            }
            if (tables.waitsFor(number.value()).isPresent() || !tables.put(id, number.value(), proposed(dossier))) {
                throw new Conflict(Sentences.of("commission.already", number));
            }
            note(number.value(), "LIST_PUT", Sentences.of("deed.commission.put", named(meeting)));
        });
    }

    /** Takes a dossier off the list. @throws Rejected without a motive */
    public void remove(UUID id, DossierNumber number, String motive, Actor by) {
        mustManage(by);
        var why = Motive.of(motive, Sentences.of("commission.removal.motive"));
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            tables.remove(id, listed(id, number).dossier(), why, by.signature());
            note(number.value(), "LIST_REMOVED", Sentences.of("deed.commission.removed", named(meeting), why));
        });
    }

    /**
     * What the commission is asked to decide.
     *
     * @throws Rejected without a motive where it differs from what follows from the opinion of the jury
     */
    public void propose(
            UUID id, DossierNumber number, @Nullable DecisionOutcome outcome, @Nullable String motive, Actor by) {
        mustManage(by);
        if (outcome == null) {
            throw Rejected.because("outcome", "REQUIRED", Sentences.of("decision.required"));
        }
        var why = motive == null || motive.isBlank() ? null : motive.strip();
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            var item = listed(id, number);
            if (why == null && outcome != proposed(dossiers.get(number))) {
                throw Rejected.because("motive", "REQUIRED", Sentences.of("commission.motive.required"));
            }
            tables.change(id, item.dossier(), outcome, why);
            note(
                    number.value(),
                    "LIST_PROPOSED",
                    Sentences.of(
                            "deed.commission.proposed",
                            named(meeting),
                            outcome.label(),
                            why == null ? "" : Sentences.of("line.motive", why)));
        });
    }

    /**
     * Records that a member of the commission takes no part in the vote on a dossier (COI-02, CGCT L.2131-11).
     *
     * @throws Rejected naming the name or the motive
     */
    public void recuse(UUID id, DossierNumber number, @Nullable String name, @Nullable String motive, Actor by) {
        mustManage(by);
        var faults = new ArrayList<Fault>();
        if (name == null || name.isBlank()) {
            faults.add(new Fault("name", "REQUIRED", Sentences.of("commission.recusal.name")));
        } else if (name.length() > LONGEST) {
            faults.add(new Fault("name", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        if (motive == null || motive.isBlank()) {
            faults.add(new Fault("motive", "REQUIRED", Sentences.of("commission.recusal.motive")));
        }
        Rejected.ifAny(faults);
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            var who = Objects.requireNonNull(name).strip();
            var why = Objects.requireNonNull(motive).strip();
            tables.recuse(id, listed(id, number).dossier(), who, why);
            note(number.value(), "LIST_RECUSED", Sentences.of("deed.commission.recused", named(meeting), who, why));
        });
    }

    /**
     * Takes back what {@link #recuse} has recorded.
     *
     * @throws Rejected when there is no such recusal
     */
    public void takeBack(UUID id, DossierNumber number, @Nullable String name, Actor by) {
        mustManage(by);
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            var who = name == null ? "" : name.strip();
            if (!tables.takeBack(id, listed(id, number).dossier(), who)) {
                throw Rejected.because("name", "LIST", Sentences.of("commission.recusal.unknown"));
            }
            note(number.value(), "LIST_RECUSAL_ENDED", Sentences.of("deed.commission.takenBack", named(meeting), who));
        });
    }

    /**
     * Records the deliberation; the list is frozen from then on.
     *
     * @throws Rejected naming the number, the votes or the day of the meeting, which is not to come
     * @throws Conflict when the list is empty, or voted already
     */
    public void vote(UUID id, Ballot ballot, Actor by) {
        mustManage(by);
        transaction.executeWithoutResult(one -> {
            var meeting = inPreparation(id);
            if (tables.items(id).stream().allMatch(item -> item.removalMotive() != null)) {
                throw new Conflict(Sentences.of("commission.empty"));
            }
            check(meeting.day(), ballot);
            tables.vote(
                    id,
                    new Ballot(
                            Objects.requireNonNull(ballot.deliberationNumber()).strip(),
                            ballot.inFavour(),
                            ballot.against(),
                            ballot.abstained()),
                    by.signature(),
                    clock.instant());
        });
    }

    /**
     * Tries what is carried out next, up to {@link #MOST} decisions, and undoes it: nothing is recorded, no letter
     * leaves. Before the vote, with a number that says so.
     *
     * @throws Conflict when somebody works on one of the dossiers at this moment
     */
    public List<Rehearsed> rehearse(UUID id, Actor by) {
        var meeting = get(id, by);
        var tried = new ArrayList<Rehearsed>();
        try {
            transaction.executeWithoutResult(undone -> {
                undone.setRollbackOnly();
                next(meeting).forEach(item -> tried.add(rehearse(meeting, item, by)));
            });
        } catch (ConcurrencyFailureException overtaken) {
            throw new Conflict(Sentences.of("worklist.overtaken"));
        }
        return tried;
    }

    /**
     * Carries out up to {@link #MOST} decisions that are left. Each is one transaction with the engine's own and leaves
     * its letter; one that is refused says why and does not stop the others, and is tried again the next time, after
     * those that were not tried yet. A dossier that was decided or has ended elsewhere since the vote is left as it is,
     * and the list says so.
     *
     * @return how many were carried out
     * @throws Conflict before the vote
     */
    public int carryOut(UUID id, Actor by) {
        var meeting = get(id, by);
        if (meeting.status() == MeetingStatus.EN_PREPARATION) {
            throw new Conflict(Sentences.of("commission.notVoted"));
        }
        var done = 0;
        for (var item : next(meeting)) {
            if (carryOut(meeting, item, by)) {
                done++;
            }
        }
        var carried = done;
        transaction.executeWithoutResult(one -> {
            tables.close(id);
            if (carried > 0) {
                note(id.toString(), "LIST_CARRIED_OUT", Sentences.of("deed.commission.carried", carried));
            }
        });
        return done;
    }

    /**
     * @param subject number of the dossier, so that whoever is kept from it does not read it; else id of the meeting
     */
    void note(String subject, String action, String told) {
        events.publishEvent(new Deed(Domain.SESSION, subject, action, told));
    }

    private static String named(MeetingTables.Row meeting) {
        return Sentences.of("deed.commission.on", FrenchDay.format(meeting.day()), meeting.title());
    }

    private boolean carryOut(Meeting meeting, MeetingItem item, Actor by) {
        var dossier = item.dossier().value();
        try {
            return Boolean.TRUE.equals(transaction.execute(alone -> {
                if (tables.holdPending(meeting.id(), dossier).isEmpty()) {
                    return false;
                }
                var now = dossiers.hold(item.dossier());
                if (!STEP.equals(now.step())) {
                    tables.overtaken(meeting.id(), dossier, elsewhere(now), clock.instant());
                    return false;
                }
                processes.answer(dossier, STEP, by.username(), answer(meeting, item));
                tables.done(meeting.id(), dossier, clock.instant());
                return true;
            }));
        } catch (RuntimeException refused) {
            transaction.executeWithoutResult(
                    alone -> tables.refused(meeting.id(), dossier, why(item, refused), clock.instant()));
            return false;
        }
    }

    private List<MeetingItem> next(Meeting meeting) {
        var items = meeting.items().stream()
                .collect(Collectors.toMap(item -> item.dossier().value(), Function.identity()));
        return tables.toTry(meeting.id(), MOST).stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String elsewhere(DossierCase dossier) {
        return Sentences.of("commission.overtaken", dossier.status().label());
    }

    private Rehearsed rehearse(Meeting meeting, MeetingItem item, Actor by) {
        var dossier = item.dossier();
        var now = dossiers.get(dossier);
        if (!STEP.equals(now.step())) {
            return new Rehearsed(dossier.value(), elsewhere(now), null);
        }
        var before = notifications.of(dossier).size();
        try {
            processes.answer(dossier.value(), STEP, by.username(), answer(meeting, item));
            return new Rehearsed(
                    dossier.value(),
                    null,
                    notifications.of(dossier).stream()
                            .skip(before)
                            .reduce((first, last) -> last)
                            .orElse(null));
        } catch (Rejected | Conflict | NotFound | Forbidden refused) {
            return new Rehearsed(dossier.value(), why(item, refused), null);
        }
    }

    /** A refusal that nobody foresaw goes to the log: the list stays readable. */
    private static String why(MeetingItem item, RuntimeException refused) {
        if (refused instanceof Rejected rejected) {
            return rejected.faults().stream().map(Fault::message).collect(Collectors.joining(" "));
        }
        if (refused instanceof ConcurrencyFailureException) {
            return Sentences.of("worklist.overtaken");
        }
        if (refused instanceof Conflict || refused instanceof NotFound || refused instanceof Forbidden) {
            return String.valueOf(refused.getMessage());
        }
        LOG.error("The decision on {} could not be carried out", item.dossier(), refused);
        return Sentences.of("commission.failed");
    }

    /** As somebody would fill in the form of the task. */
    private Map<String, Object> answer(Meeting meeting, MeetingItem item) {
        var ballot = meeting.ballot();
        var today = ParisTime.dayOf(clock.instant());
        var fields = new HashMap<String, Object>();
        fields.put("decisionOutcome", item.outcome().name());
        fields.put(
                "deliberationNumber",
                ballot == null
                        ? Sentences.of("commission.rehearsal")
                        : Objects.requireNonNull(ballot.deliberationNumber()));
        fields.put("deliberationDate", FrenchDay.format(meeting.day().isAfter(today) ? today : meeting.day()));
        if (item.motive() != null) {
            fields.put("decisionReason", item.motive());
        }
        return fields;
    }

    private int fill(UUID id, String call, Actor by) {
        var filter = DossierFilter.ALL.ofCall(call).atStep(STEP);
        var known =
                tables.items(id).stream().map(MeetingTables.ItemRow::dossier).collect(Collectors.toSet());
        var added = 0;
        for (var page = 0; ; page++) {
            var found =
                    dossiers.search(filter, by, page, PAGE, DossierSort.NUMBER).items();
            for (var dossier : found) {
                if (!known.contains(dossier.number())
                        && tables.waitsFor(dossier.number()).isEmpty()
                        && tables.put(
                                id, dossier.number(), proposed(dossiers.get(new DossierNumber(dossier.number()))))) {
                    added++;
                }
            }
            if (found.size() < PAGE) {
                return added;
            }
        }
    }

    /** One that is called from the reserve list has its money set aside: a grant is what it was called for. */
    private DecisionOutcome proposed(DossierCase dossier) {
        if (dossier.status() == DossierStatus.LISTE_COMPLEMENTAIRE) {
            return DecisionOutcome.ATTRIBUE;
        }
        return jury.on(dossier.number()).map(JuryAdvice.Advice::proposes).orElse(DecisionOutcome.REJETE);
    }

    private MeetingTables.Row inPreparation(UUID id) {
        var meeting = tables.hold(id).orElseThrow(Commission::unknown);
        if (meeting.status() != MeetingStatus.EN_PREPARATION) {
            throw new Conflict(
                    Sentences.of("commission.frozen", meeting.status().label()));
        }
        return meeting;
    }

    private MeetingTables.ItemRow listed(UUID id, DossierNumber number) {
        return tables.items(id).stream()
                .filter(item -> item.dossier().equals(number.value()) && item.removalMotive() == null)
                .findFirst()
                .orElseThrow(() -> Rejected.because("dossier", "LIST", Sentences.of("commission.notListed", number)));
    }

    private void check(LocalDate day, Ballot ballot) {
        var faults = new ArrayList<Fault>();
        var number = ballot.deliberationNumber();
        if (number == null || number.isBlank()) {
            faults.add(new Fault("deliberationNumber", "REQUIRED", Sentences.of("decision.number.required")));
        } else if (number.strip().length() > LONGEST_NUMBER) {
            faults.add(new Fault("deliberationNumber", "LENGTH", Sentences.of("decision.number.long")));
        }
        if (day.isAfter(ParisTime.dayOf(clock.instant()))) {
            faults.add(new Fault("day", "FUTURE", Sentences.of("commission.future", FrenchDay.format(day))));
        }
        var inFavour = ballot.inFavour();
        if (inFavour == null) {
            faults.add(new Fault("inFavour", "REQUIRED", Sentences.of("commission.votes.required")));
        } else if (inFavour < 0 || votes(ballot.against()) < 0 || votes(ballot.abstained()) < 0) {
            faults.add(new Fault("inFavour", "RANGE", Sentences.of("commission.votes.negative")));
        } else if (inFavour <= votes(ballot.against())) {
            faults.add(new Fault("inFavour", "MAJORITY", Sentences.of("commission.votes.majority")));
        }
        Rejected.ifAny(faults);
    }

    private static int votes(@Nullable Integer votes) {
        return Objects.requireNonNullElse(votes, 0);
    }

    private Meeting meeting(MeetingTables.Row row) {
        var recusals = tables.recusals(row.id()).stream()
                .collect(Collectors.groupingBy(
                        MeetingTables.RecusalRow::dossier,
                        Collectors.mapping(
                                one -> new MeetingItem.Recused(one.name(), one.motive()), Collectors.toList())));
        var items = tables.items(row.id());
        return meeting(
                row,
                items.stream()
                        .filter(item -> item.removalMotive() == null)
                        .map(item -> item(item, recusals.getOrDefault(item.dossier(), List.of())))
                        .sorted(Comparator.comparing((MeetingItem item) -> Objects.requireNonNullElse(item.jury(), ""))
                                .thenComparing(item -> item.dossier().value()))
                        .toList(),
                items.stream()
                        .filter(item -> item.removalMotive() != null)
                        .map(item -> new Meeting.Removed(
                                item.dossier(),
                                Objects.requireNonNull(item.removalMotive()),
                                String.valueOf(item.removedBy())))
                        .toList());
    }

    private static Meeting meeting(MeetingTables.Row row, List<MeetingItem> items, List<Meeting.Removed> removed) {
        return new Meeting(
                row.id(),
                row.call(),
                row.day(),
                row.title(),
                row.status(),
                row.ballot(),
                row.votedBy(),
                row.votedAt(),
                items,
                removed);
    }

    private MeetingItem item(MeetingTables.ItemRow row, List<MeetingItem.Recused> recusals) {
        var number = new DossierNumber(row.dossier());
        var dossier = dossiers.get(number);
        var advice = jury.on(number);
        var holder = dossier.fiche().holder();
        var granted = row.outcome() != DecisionOutcome.REJETE;
        return new MeetingItem(
                number,
                dossier.title(),
                holder == null ? null : holder.name(),
                dossier.measure(),
                dossier.jury(),
                advice.map(JuryAdvice.Advice::label).orElse(null),
                dossier.requestedOperating().add(dossier.requestedInvestment()),
                proposed(dossier),
                row.outcome(),
                row.outcome() == DecisionOutcome.LISTE_COMPLEMENTAIRE
                        ? advice.map(JuryAdvice.Advice::rank).orElse(null)
                        : null,
                granted ? Objects.requireNonNullElse(dossier.grantedOperating(), Euros.ZERO) : Euros.ZERO,
                granted ? Objects.requireNonNullElse(dossier.grantedInvestment(), Euros.ZERO) : Euros.ZERO,
                row.motive(),
                recusals,
                row.doneAt(),
                row.refusal());
    }

    private static NotFound unknown() {
        return new NotFound(Sentences.of("commission.unknown"));
    }

    private static void mustManage(Actor actor) {
        if (!actor.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("commission.forbidden"));
        }
    }
}
