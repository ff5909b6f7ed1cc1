package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of who sits in which jury, from when to when; only managers read and keep it. */
@Service
@Transactional
public class Governance {

    private final SeatTable seats;
    private final SeatRules rules;
    private final Clock clock;

    Governance(SeatTable seats, SeatRules rules, Clock clock) {
        this.seats = seats;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Every seat, those that are over too.
     *
     * @param jury null for those of all juries
     * @param on null for whatever day
     * @throws Forbidden when not a manager
     */
    @Transactional(readOnly = true)
    public List<Seat> seats(@Nullable String jury, @Nullable LocalDate on, Actor by) {
        mustManage(by);
        var found = jury == null
                ? seats.findAllByOrderByJuryAscCollegeDescSubstituteAscPresidentDescSinceAscNameAsc()
                : seats.findByJuryOrderByCollegeDescSubstituteAscPresidentDescSinceAscNameAsc(jury);
        return found.stream()
                .map(SeatEntry::toSeat)
                .filter(seat -> on == null || seat.runsOn(on))
                .toList();
    }

    /**
     * Enters a seat.
     *
     * @throws Rejected naming each missing or wrong field
     * @throws Forbidden when not a manager
     */
    public Seat enter(SeatPlan plan, Actor by) {
        mustManage(by);
        if (plan.jury() != null) {
            seats.hold(plan.jury());
        }
        rules.check(plan, plan.jury() == null ? List.of() : seats(plan.jury(), null, by));
        return seats.saveAndFlush(new SeatEntry(plan, by.signature(), clock.instant()))
                .toSeat();
    }

    /**
     * Ends a seat before its time; it stays in the registry.
     *
     * @param lastDay the last day on which it is held
     * @throws Rejected naming the day or the motive
     * @throws NotFound when there is none
     * @throws Conflict when it was ended already
     */
    public Seat end(UUID id, @Nullable LocalDate lastDay, @Nullable String motive, Actor by) {
        mustManage(by);
        var entry = seats.findById(id).orElseThrow(() -> new NotFound(Sentences.of("governance.unknown")));
        seats.hold(entry.toSeat().jury());
        var seat = entry.toSeat();
        if (seat.endedAt() != null) {
            throw new Conflict(Sentences.of("governance.ended", seat.name()));
        }
        rules.checkEnd(seat, lastDay);
        var why = Motive.of(motive == null ? "" : motive, Sentences.of("governance.motive.required"));
        entry.end(Objects.requireNonNull(lastDay), why, by.signature(), clock.instant());
        return seats.saveAndFlush(entry).toSeat();
    }

    /**
     * Whom the registry seats on the day of a session, in the order in which the minutes name them.
     *
     * @throws Rejected when it has nobody
     */
    @Transactional(readOnly = true)
    public List<JuryMember> members(String jury, LocalDate day, Actor by) {
        mustManage(by);
        var members = seats(jury, day, by).stream().map(Seat::member).toList();
        if (members.isEmpty()) {
            throw Rejected.because("members", "REGISTRY", Sentences.of("governance.nobody"));
        }
        return members;
    }

    private static void mustManage(Actor actor) {
        if (!actor.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("governance.forbidden"));
        }
    }
}
