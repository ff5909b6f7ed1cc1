package fr.ruche.notification;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Absence;
import fr.ruche.identity.AbsenceChanged;
import fr.ruche.identity.Absences;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells substitutes by e-mail that they stand in for somebody, and that they do no longer: when and for what, never why
 * the colleague is away, which Ruche does not ask.
 */
@Component
class TellSubstitute {

    private final Notifications notifications;
    private final Absences absences;
    private final Clock clock;

    TellSubstitute(Notifications notifications, Absences absences, Clock clock) {
        this.notifications = notifications;
        this.absences = absences;
        this.clock = clock;
    }

    /** In the transaction of the absence, so that the e-mail is neither lost nor written twice. */
    @EventListener
    void on(AbsenceChanged event) {
        var absence = event.absence();
        if (absence.substitute() != null) {
            var key = "mail.standIn." + what(absence);
            var days = new Object[] {
                absence.absentName(),
                FrenchDay.format(absence.firstDay()),
                FrenchDay.format(absence.lastDay()),
                kinds(absence)
            };
            notifications.tell(
                    absence.substitute(), Sentences.of(key + ".subject", days), Sentences.of(key + ".body", days));
        }
    }

    private String what(Absence absence) {
        if (absence.endedAt() == null) {
            return "declared";
        }
        return absence.firstDay().isAfter(ParisTime.dayOf(clock.instant())) ? "cancelled" : "ended";
    }

    private String kinds(Absence absence) {
        return absence.steps().isEmpty()
                ? Sentences.of("mail.standIn.all")
                : absences.kinds().stream()
                        .filter(kind -> absence.steps().contains(kind.step()))
                        .map(kind -> Sentences.of("mail.standIn.kind", kind.label()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
