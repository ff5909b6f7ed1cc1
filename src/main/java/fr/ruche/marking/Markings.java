package fr.ruche.marking;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The phases of the marking of a session: blind, revealed, deliberated. A manager or the president moves them. */
@Service
@Transactional
public class Markings {

    private final Seats seats;
    private final MarkingRight right;
    private final MarkingTables tables;
    private final MarkScores scores;
    private final Calls calls;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Markings(
            Seats seats,
            MarkingRight right,
            MarkingTables tables,
            MarkScores scores,
            Calls calls,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seats = seats;
        this.right = right;
        this.tables = tables;
        this.scores = scores;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where the marking stands, empty as long as it is not open. @throws NotFound for whoever may not see the session
     */
    @Transactional(readOnly = true)
    public Optional<MarkingState> state(UUID id, Actor by) {
        return tables.state(seats.seen(id, by).id());
    }

    /** Whether this person is a member who marks. */
    @Transactional(readOnly = true)
    public boolean marks(UUID id, Actor by) {
        return seats.member(seats.seen(id, by), by).isPresent();
    }

    /** Whether this person moves the phases. */
    @Transactional(readOnly = true)
    public boolean steers(UUID id, Actor by) {
        return seats.steward(seats.seen(id, by), by);
    }

    /** How far the jurors are: of all for whoever moves the phases, else one's own only. */
    @Transactional(readOnly = true)
    public List<Progress> progress(UUID id, Actor by) {
        var session = seats.seen(id, by);
        return session.members().stream()
                .filter(member -> member.username() != null)
                .filter(member -> seats.steward(session, by) || by.username().equals(member.username()))
                .map(member -> progress(session, member))
                .toList();
    }

    private Progress progress(JurySession session, JuryMember member) {
        var dossiers = right.items(session, member).stream()
                .map(AgendaItem::dossier)
                .map(Object::toString)
                .distinct()
                .toList();
        var juror = String.valueOf(member.username());
        return new Progress(
                member.name(),
                member.college(),
                tables.count(session.id(), juror, SheetState.SUBMITTED, dossiers),
                tables.count(session.id(), juror, SheetState.ABSTAINED, dossiers),
                dossiers.size());
    }

    /** The last day of marking that the call proposes. */
    @Transactional(readOnly = true)
    public LocalDate usualClosing(UUID id, Actor by) {
        var session = seats.seen(id, by);
        var days = calls.current(session.call()).parameters().marking().closesDays();
        return ParisTime.dayOf(session.startsAt()).minusDays(days);
    }

    /**
     * Opens the marking, or changes the day on which it closes.
     *
     * @param lastDay the last whole day in Paris on which sheets change; null for what the call proposes
     * @throws Rejected when the day is past, or the session is not ready
     * @throws Conflict when the marks are revealed
     */
    public void open(UUID id, @Nullable LocalDate lastDay, Actor by) {
        var session = steered(id, by);
        var day = lastDay == null ? usualClosing(id, by) : lastDay;
        if (tables.lock(id).filter(now -> now.phase() != MarkingPhase.BLIND).isPresent()) {
            throw new Conflict(Sentences.of("marking.revealed"));
        }
        if (!session.status().open()) {
            throw new Conflict(
                    Sentences.of("marking.sessionOver", session.status().label()));
        }
        if (calls.current(session.call()).parameters().grid().isEmpty()) {
            throw Rejected.because("", "GRID", Sentences.of("marking.noGrid"));
        }
        if (session.onAgenda().isEmpty()) {
            throw Rejected.because("", "AGENDA", Sentences.of("marking.noAgenda"));
        }
        if (session.members().stream().allMatch(member -> member.username() == null)) {
            throw Rejected.because("", "MEMBERS", Sentences.of("marking.noJuror"));
        }
        if (!ParisTime.endOf(day).isAfter(clock.instant())) {
            throw Rejected.because("closesOn", "PAST", Sentences.of("marking.past"));
        }
        var again = tables.state(id).isPresent();
        tables.open(id, ParisTime.endOf(day), by.signature());
        if (again) {
            events.publishEvent(new Deed(
                    Domain.SESSION,
                    id.toString(),
                    "MARKING_CLOSES",
                    Sentences.of("deed.marking.closes", FrenchDay.format(day))));
        }
    }

    /**
     * Freezes the sheets and shows them to the members and the managers. For good: nothing becomes blind again.
     *
     * @param early whether to do so before the closing although sheets are missing
     * @throws Conflict when marking is not open, or sheets are missing before the closing
     */
    public void reveal(UUID id, boolean early, Actor by) {
        steered(id, by);
        var now = tables.lock(id).orElseThrow(() -> new Conflict(Sentences.of("marking.notOpen")));
        if (now.phase() != MarkingPhase.BLIND) {
            throw new Conflict(Sentences.of("marking.revealed"));
        }
        var missing = progress(id, by).stream()
                .mapToInt(one -> one.of() - one.submitted() - one.abstained())
                .sum();
        if (missing > 0 && !early && now.takesMarks(clock.instant())) {
            throw Rejected.because("early", "MISSING", Sentences.of("marking.missing", missing));
        }
        tables.reveal(id, by.signature());
        scores.write(id);
    }

    JurySession steered(UUID id, Actor by) {
        var session = seats.seen(id, by);
        seats.mustSteer(session, by);
        return session;
    }
}
