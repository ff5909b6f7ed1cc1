package fr.ruche.jury;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.territory.Territories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a seat of the registry must have. */
@Component
class SeatRules {

    private static final int LONGEST = 200;

    private final Actors actors;
    private final Territories territories;

    SeatRules(Actors actors, Territories territories) {
        this.actors = actors;
        this.territories = territories;
    }

    /** @param others the seats of the same jury, whenever they are held */
    void check(SeatPlan plan, List<Seat> others) {
        var faults = new ArrayList<Fault>();
        checkWhat(plan, faults);
        checkWhen(plan, faults);
        others.stream().filter(plan::meets).forEach(other -> {
            if (plan.samePerson(other)) {
                faults.add(new Fault("name", "SEAT", Sentences.of("governance.already", other.name(), days(other))));
            } else if (plan.president() && other.president()) {
                faults.add(new Fault(
                        "president", "PRESIDENT", Sentences.of("governance.presidents", other.name(), days(other))));
            }
        });
        Rejected.ifAny(faults);
    }

    void checkEnd(Seat seat, @Nullable LocalDate lastDay) {
        if (lastDay == null) {
            throw Rejected.because("lastDay", "REQUIRED", Sentences.of("governance.lastDay.required"));
        }
        if (lastDay.isBefore(seat.since())) {
            throw Rejected.because(
                    "lastDay", "ORDER", Sentences.of("governance.lastDay.early", FrenchDay.format(seat.since())));
        }
        if (seat.until() != null && lastDay.isAfter(seat.until())) {
            throw Rejected.because(
                    "lastDay", "ORDER", Sentences.of("governance.lastDay.late", FrenchDay.format(seat.until())));
        }
    }

    private void checkWhat(SeatPlan plan, List<Fault> faults) {
        if (plan.jury() == null) {
            faults.add(new Fault("jury", "REQUIRED", Sentences.of("jury.session.which")));
        } else if (!"regional".equals(plan.jury())
                && territories.epci(plan.jury()).isEmpty()) {
            faults.add(new Fault("jury", "FORMAT", Sentences.of("governance.jury", plan.jury())));
        }
        if (plan.college() == null) {
            faults.add(new Fault("college", "REQUIRED", Sentences.of("jury.member.college")));
        }
        if (plan.name() == null || plan.name().isBlank()) {
            faults.add(new Fault("name", "REQUIRED", Sentences.of("governance.name.required")));
        } else if (plan.name().length() > LONGEST) {
            faults.add(new Fault("name", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        if (plan.username() != null && actors.find(plan.username()).isEmpty()) {
            faults.add(new Fault("username", "ACCOUNT", Sentences.of("jury.member.account", plan.username())));
        }
        if (plan.president() && plan.substitute()) {
            faults.add(new Fault("president", "PRESIDENT", Sentences.of("jury.member.presidentSubstitute")));
        }
    }

    private static void checkWhen(SeatPlan plan, List<Fault> faults) {
        if (plan.since() == null) {
            faults.add(new Fault("since", "REQUIRED", Sentences.of("governance.since.required")));
        } else if (plan.until() != null && plan.until().isBefore(plan.since())) {
            faults.add(new Fault("until", "ORDER", Sentences.of("governance.until.early")));
        }
    }

    private static String days(Seat seat) {
        return seat.until() == null
                ? Sentences.of("governance.from", FrenchDay.format(seat.since()))
                : Sentences.of("governance.fromTo", FrenchDay.format(seat.since()), FrenchDay.format(seat.until()));
    }
}
