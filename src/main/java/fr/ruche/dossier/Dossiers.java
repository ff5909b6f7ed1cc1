package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.RequiredDocument;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import fr.ruche.territory.Epci;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules may ask of dossiers and tell them. Every change is one transaction with the engine's own and
 * leaves a line in the timeline.
 */
@Service
@Transactional
public class Dossiers {

    private final DossierRegister register;
    private final KeptAway kept;
    private final DossierSearch search;
    private final FicheSubmissions fiches;
    private final FullSubmissions fulls;
    private final Closings closings;
    private final Evaluations evaluations;
    private final ProjectFacts facts;
    private final Timeline timeline;
    private final StepRecorder steps;
    private final Deposits deposits;
    private final CalendarMoves moves;
    private final SilenceAlerts alerts;
    private final Forwardings forwardings;

    Dossiers(
            DossierRegister register,
            KeptAway kept,
            DossierSearch search,
            FicheSubmissions fiches,
            FullSubmissions fulls,
            Closings closings,
            Evaluations evaluations,
            ProjectFacts facts,
            Timeline timeline,
            StepRecorder steps,
            Deposits deposits,
            CalendarMoves moves,
            SilenceAlerts alerts,
            Forwardings forwardings) {
        this.register = register;
        this.kept = kept;
        this.search = search;
        this.fiches = fiches;
        this.fulls = fulls;
        this.closings = closings;
        this.evaluations = evaluations;
        this.facts = facts;
        this.timeline = timeline;
        this.steps = steps;
        this.deposits = deposits;
        this.moves = moves;
        this.alerts = alerts;
        this.forwardings = forwardings;
    }

    /** @throws fr.ruche.common.NotFound when there is no such dossier */
    public DossierCase get(DossierNumber number) {
        return register.get(number).toCase();
    }

    /**
     * The dossier, and nobody else changes it until the end of the transaction of the caller. To be asked before
     * anything is written that names the dossier: two who first write and then change it would wait for each other.
     *
     * @throws fr.ruche.common.NotFound when there is no such dossier
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DossierCase hold(DossierNumber number) {
        return register.forChange(number).toCase();
    }

    /**
     * The dossier, if this person may see it: its holder; the conformity officers of its territory, the instructors of
     * its sector and the members of its jury once its fiche is deposited; managers once it is no draft. Whoever a
     * conflict of interest keeps from it ({@link Recusals}) sees it only as its holder.
     *
     * @throws fr.ruche.common.NotFound when there is none, or the person may not know of it
     */
    public DossierCase visibleTo(Actor actor, DossierNumber number) {
        var dossier = get(number);
        if (!Visibility.allows(actor, dossier, kept)) {
            throw DossierRegister.unknown();
        }
        return dossier;
    }

    /**
     * The dossier, if this person may read it: whoever sees it ({@link #visibleTo}), and those who are asked, or were
     * asked, for the opinion of their service. The latter read what the porteur wrote, without the bank account, and
     * nothing of what others say of it: whoever shows more than what is given here asks {@link #visibleTo}, or leaves
     * it out for an {@link #outsider}.
     *
     * @throws fr.ruche.common.NotFound when there is none, or the person may not know of it
     */
    public DossierCase readableBy(Actor actor, DossierNumber number) {
        var dossier = get(number);
        if (!Visibility.lets(actor, dossier, kept)) {
            throw DossierRegister.unknown();
        }
        return Visibility.allows(actor, dossier, kept) ? dossier : dossier.asConsulted();
    }

    /** Whether somebody who reads the dossier does so only because their service was asked for its opinion. */
    public boolean outsider(Actor reader, DossierNumber number) {
        return !Visibility.allows(reader, get(number), kept);
    }

    /**
     * The dossier, if this person sees it ({@link #visibleTo}), and nobody else changes it until the end of the
     * transaction of the caller.
     *
     * @throws fr.ruche.common.NotFound when there is none, or the person may not know of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DossierCase visibleForChange(Actor actor, DossierNumber number) {
        var dossier = register.forChange(number).toCase();
        if (!Visibility.allows(actor, dossier, kept)) {
            throw DossierRegister.unknown();
        }
        return dossier;
    }

    /** Whether there is such a dossier and this person may read it; see {@link #readableBy}. */
    public boolean sees(Actor actor, DossierNumber number) {
        return register.find(number.value())
                .filter(dossier -> Visibility.lets(actor, dossier.toCase(), kept))
                .isPresent();
    }

    /** Those of these that this person may read, as {@link #sees} says of each. */
    public Map<DossierNumber, DossierCase> seen(Actor actor, Set<DossierNumber> numbers) {
        var away = kept.from(actor);
        return register.all(numbers.stream().map(DossierNumber::value).collect(Collectors.toSet())).stream()
                .map(Dossier::toCase)
                .filter(dossier -> Visibility.lets(actor, dossier, number -> away.contains(number.value())))
                .collect(Collectors.toMap(DossierCase::number, Function.identity()));
    }

    /** The dossiers that this person may see. @param page counted from 0; @param size at most 200 */
    public DossierPage search(DossierFilter filter, Actor actor, int page, int size, DossierSort sort) {
        return search.find(filter, actor, DossierReading.page(page, size), sort);
    }

    /** The dossiers that this person may see, from a place on. */
    public DossierPage search(DossierFilter filter, Actor actor, DossierReading reading, DossierSort sort) {
        return search.find(filter, actor, reading, sort);
    }

    /** How many of them there are, as far as they are counted. */
    public DossierCount count(DossierFilter filter, Actor actor) {
        return search.count(filter, actor);
    }

    /** The dossiers around a place in the list, as far as this person may see them. */
    public DossierNeighbours neighbours(DossierFilter filter, Actor actor, DossierCursor place) {
        return search.neighbours(filter, actor, place);
    }

    /** Hands on every dossier that this person may see, one by one from the database, however many there are. */
    @Transactional(readOnly = true)
    public void each(DossierFilter filter, Actor actor, DossierSort sort, Consumer<DossierSummary> reader) {
        search.each(filter, actor, sort, reader);
    }

    /**
     * The tasks among these that are still open and whose dossier this person may see, in no order.
     *
     * @param tasks ids of tasks of the engine
     */
    public List<WaitingTask> waiting(Collection<String> tasks, Actor actor) {
        return search.waiting(tasks, actor);
    }

    /**
     * The dossiers of one's own on which silence will be a rejection within the alert of their call, or is one already;
     * the nearest first, 200 at most. Nothing for a porteur.
     */
    @Transactional(readOnly = true)
    public List<NearSilence> nearSilence(Actor officer) {
        return officer.isOfficer()
                ? search.nearSilence(alerts.lastDays(), officer).stream()
                        .filter(near -> !Visibility.isOutsider(officer, near.dossier()))
                        .toList()
                : List.of();
    }

    /**
     * Those that wait at a step for a jury and are not suspended, by number: for Ruche itself, whoever is signed in.
     */
    @Transactional(readOnly = true)
    public List<DossierNumber> waiting(String call, String jury, String step) {
        return register.waiting(call, jury, step);
    }

    /** What happened, oldest first. */
    public List<TimelineEntry> timeline(DossierNumber number) {
        return timeline.of(number);
    }

    /**
     * The same as far as this person may know it: a porteur learns what the jury said with the decision, a service that
     * is asked for its opinion nothing.
     */
    public List<TimelineEntry> timeline(DossierNumber number, Actor reader) {
        var dossier = readableBy(reader, number);
        return outsider(reader, number) ? List.of() : Confidence.filter(timeline.of(number), dossier, reader);
    }

    /** In whose hands the dossier was and is, oldest first. */
    public List<StepPassage> steps(DossierNumber number) {
        return steps.of(number);
    }

    /** What the rules said each time they were evaluated, oldest first. */
    public List<Evaluation> evaluations(DossierNumber number) {
        return evaluations.of(number);
    }

    /** The last result of the rules that was kept; empty before the fiche is deposited. */
    public Optional<Assessment> lastAssessment(DossierNumber number) {
        return evaluations.last(number);
    }

    /** What was deposited and when, oldest first. */
    public List<DepositReceipt> deposits(DossierNumber number) {
        return deposits.of(number);
    }

    /** The papers that the call asks of this dossier, by its kind of porteur and its measure. */
    public List<RequiredDocument> requiredDocuments(DossierNumber number) {
        var dossier = get(number);
        return facts.required(dossier, dossier.full());
    }

    /** Titles of the papers that the call requires of this dossier and that are not attached. */
    public List<String> missingDocuments(DossierNumber number) {
        var dossier = get(number);
        return facts.missing(dossier, dossier.full()).stream()
                .map(RequiredDocument::title)
                .toList();
    }

    /**
     * Opens a draft and starts its process.
     *
     * @throws fr.ruche.common.Rejected when a field is malformed; a missing one is no fault yet
     */
    public DossierNumber open(String call, Actor holder, Fiche draft) {
        return fiches.open(call, holder, draft);
    }

    /**
     * Opens and deposits a fiche that came on paper; see {@link #depositFiche}. The officer is of the intercommunality
     * of the project, or a manager.
     *
     * @param account the porteur's, if he has one: he then follows his dossier online
     * @param arrival on paper; its postmark decides whether it is in time, where the call goes by it
     * @throws fr.ruche.common.Rejected with every missing or wrong field, or when it is late
     */
    public DossierNumber registerFiche(
            String call, @Nullable String account, Fiche fiche, Arrival arrival, Actor officer) {
        return fiches.register(call, account, fiche, arrival, officer);
    }

    /** The correction of a fiche, on paper; see {@link #registerFiche}. */
    public void registerCorrection(DossierNumber number, Fiche fiche, Arrival arrival, Actor officer) {
        fiches.registerCorrection(number, fiche, arrival, officer);
    }

    /**
     * A full dossier on paper; see {@link #depositFull}. The officer instructs for the sector, or is a manager.
     *
     * @param full null for the papers that were asked for after the deposit
     */
    public void registerFull(DossierNumber number, @Nullable FullDossier full, Arrival arrival, Actor officer) {
        fulls.register(number, full, arrival, officer);
    }

    /** Whether the dossier waits for something of its porteur that this officer may register on paper. */
    public boolean takesPaper(Actor officer, DossierCase dossier) {
        return PaperDesk.takes(officer, dossier);
    }

    /**
     * Keeps a draft or a correction of the fiche, complete or not.
     *
     * @param revision the revision the person has seen, or null not to check
     * @throws fr.ruche.common.Conflict when it changed meanwhile, or the fiche is not the holder's to change now
     */
    public void saveFiche(DossierNumber number, Fiche fiche, Actor holder, @Nullable Long revision) {
        fiches.save(number, fiche, holder, revision);
    }

    /**
     * Deposits the fiche, or its correction: receipt at once, the clock passes to the intercommunality.
     *
     * @throws fr.ruche.common.Rejected with every missing or wrong field, or when the limit has passed
     */
    public void depositFiche(DossierNumber number, Actor holder) {
        fiches.deposit(number, holder);
    }

    /** Keeps the full dossier, complete or not; see {@link #saveFiche}. */
    public void saveFull(DossierNumber number, FullDossier full, Actor holder, @Nullable Long revision) {
        fulls.save(number, full, holder, revision);
    }

    /**
     * What the rules would say if this full dossier were deposited now; nothing is kept. Empty when the call has none.
     *
     * @throws fr.ruche.common.Rejected when a field is malformed
     */
    public Optional<Assessment> check(DossierNumber number, FullDossier full, Actor actor) {
        return fulls.preview(visibleTo(actor, number), full);
    }

    /** Deposits the full dossier, or the papers asked for afterwards; the rules are evaluated and kept. */
    public void depositFull(DossierNumber number, Actor holder) {
        fulls.deposit(number, holder);
    }

    /** The holder gives up. @throws fr.ruche.common.Rejected without a motive */
    public void abandon(DossierNumber number, Actor holder, String motive) {
        closings.abandon(number, holder, motive);
    }

    /**
     * Passes a fiche on to the authority that it should have gone to (COMP-01, CRPA L.114-2): its task changes hands,
     * the porteur is told, and no delay begins anew. For a manager, and for the officers of the intercommunality that
     * has it.
     *
     * @param to SIREN of the intercommunality, or {@code REGION}
     * @throws fr.ruche.common.Rejected without a motive, or when there is no such authority
     * @throws fr.ruche.common.Conflict when the fiche does not wait for the conformity check of an intercommunality
     */
    public void forward(DossierNumber number, String to, String motive, Actor officer) {
        forwardings.forward(number, to, motive, officer);
    }

    /** Whether this person may forward the fiche now. */
    public boolean mayForward(Actor officer, DossierCase dossier) {
        return Forwardings.may(officer, dossier);
    }

    /** The intercommunalities to which the fiche may be forwarded, by name; besides, the Region. */
    @Transactional(readOnly = true)
    public List<Epci> forwardTargets(DossierCase dossier) {
        return forwardings.targets(dossier);
    }

    /** A manager withdraws the dossier. @throws fr.ruche.common.Rejected without a motive */
    public void withdraw(DossierNumber number, Actor manager, String motive) {
        closings.withdraw(number, manager, motive);
    }

    /**
     * Evaluates the rules on what is known now, keeps the result with the values used, and returns it; empty when the
     * call has none.
     */
    public Optional<Assessment> assess(DossierNumber number, Moment moment) {
        return evaluations.keep(get(number), moment);
    }

    /** The facts are written by the steps that establish them. */
    public void noteConformity(DossierNumber number, Conformity conformity) {
        register.forChange(number).conformity(conformity);
    }

    public void noteComplete(DossierNumber number, boolean found) {
        register.forChange(number).complete(found);
    }

    public void noteUncoveredNeed(DossierNumber number, boolean established) {
        register.forChange(number).uncoveredNeed(established);
    }

    /**
     * @param jury {@code regional} or the SIREN of the EPCI; @param reason coded, such as {@code ROUTE-02} with its
     *     motive
     */
    public void noteRoute(DossierNumber number, Route route, String jury, String reason) {
        register.forChange(number).route(route, jury, reason);
    }

    public void noteGrant(DossierNumber number, BigDecimal operating, BigDecimal investment) {
        register.forChange(number).grant(operating, investment);
    }

    /** Why the dossier is about to end, in the words of whoever decided it; what ends it tells it to the porteur. */
    public void noteClosing(DossierNumber number, String motive) {
        register.forChange(number).closeBecause(motive);
    }

    /** How far the running dossiers of a call follow a change of its parameters. */
    public CallProgress progress(Call call) {
        return moves.progress(call);
    }

    /** Moves the dossier to another status; publishes {@link DossierStatusChanged}. */
    public void become(DossierNumber number, DossierStatus status, String reason) {
        closings.become(number, status, reason);
    }

    /**
     * Writes a line in the timeline, signed by the current actor, or by Ruche itself when there is none.
     *
     * @param kind a code such as {@code CONFORMITY_GIVEN}; @param text a French sentence
     */
    public void note(DossierNumber number, String kind, String text) {
        register.get(number);
        timeline.add(number, kind, text);
    }

    /** The dossier that waits for this task, held until the transaction is over; empty when none does. */
    public Optional<DossierCase> holdAt(String task) {
        return steps.waitingAt(task).map(register::forChange).map(Dossier::toCase);
    }

    /** The same, signed by Ruche whoever has set it going. */
    public void noteByRuche(DossierNumber number, String kind, String text) {
        register.get(number);
        timeline.addByRuche(number, kind, text);
    }

    /** When the rules are evaluated. */
    public enum Moment {
        FICHE_DEPOSIT,
        FULL_DEPOSIT,
        INSTRUCTION,
        JURY
    }
}
