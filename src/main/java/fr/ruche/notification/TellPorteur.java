package fr.ruche.notification;

import static fr.ruche.notification.LetterValues.text;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.conformity.ConformityGiven;
import fr.ruche.dossier.DossierBrought;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierResumed;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.dossier.DossierSuspended;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.FicheDeposited;
import fr.ruche.dossier.FicheForwarded;
import fr.ruche.dossier.FullDossierDeposited;
import fr.ruche.dossier.HolderReminded;
import fr.ruche.dossier.Timetable;
import fr.ruche.instruction.DocumentsRequested;
import fr.ruche.jury.JuryPostponed;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what happens to a dossier into letters to its porteur. */
@Component
class TellPorteur {

    private static final Map<DossierStatus, Letter> ENDS = Map.of(
            DossierStatus.CADUC, Letter.LAPSED,
            DossierStatus.NON_CONFORME, Letter.FICHE_NOT_CONFORM,
            DossierStatus.IRRECEVABLE, Letter.INADMISSIBLE,
            DossierStatus.REORIENTE, Letter.REDIRECTED,
            DossierStatus.ABANDONNE, Letter.ABANDONED,
            DossierStatus.RETIRE, Letter.WITHDRAWN,
            DossierStatus.RENONCE, Letter.GRANT_RELEASED,
            DossierStatus.LISTE_CLOSE, Letter.RESERVE_CLOSED,
            DossierStatus.ACHEVE, Letter.COMPLETED,
            DossierStatus.REFUSE, Letter.REFUSED);

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Clock clock;

    TellPorteur(Notifications notifications, Dossiers dossiers, Calls calls, Clock clock) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.calls = calls;
        this.clock = clock;
    }

    @EventListener
    void on(FicheDeposited event) {
        notifications.acknowledge(
                event.dossier(), event.correction() ? Letter.FICHE_CORRECTED : Letter.FICHE_RECEIVED, event.arrival());
    }

    @EventListener
    void on(FullDossierDeposited event) {
        notifications.acknowledge(
                event.dossier(),
                event.complement() ? Letter.DOCUMENTS_RECEIVED : Letter.DOSSIER_RECEIVED,
                event.arrival());
    }

    @EventListener
    void on(FicheForwarded event) {
        notifications.write(
                event.dossier(),
                Letter.FICHE_FORWARDED,
                Map.of(
                        "forwardedFrom", event.from(),
                        "forwardedTo", event.to(),
                        "reason", event.motive(),
                        "receivedAt", event.arrival().shown()));
    }

    /** The refusal is told when the dossier ends. */
    @EventListener
    void on(ConformityGiven event) {
        var reserves = event.reason() == null ? "" : Sentences.of("letter.reserves", event.reason());
        switch (event.verdict()) {
            case CONFORM, CONFORM_WITH_RESERVES ->
                notifications.write(event.dossier(), Letter.FICHE_CONFORM, Map.of("reserves", reserves));
            case TO_CORRECT ->
                notifications.write(
                        event.dossier(),
                        Letter.FICHE_TO_CORRECT,
                        Map.of("reason", text(event.reason()), "until", correctionLimit(event.dossier())));
            case NOT_CONFORM -> {}
        }
    }

    /** The last day before the fiche is judged as it is. */
    private String correctionLimit(DossierNumber number) {
        var dossier = dossiers.get(number);
        var now = clock.instant();
        var call = calls.at(dossier.call(), dossier.callVersion());
        return LetterValues.lastDay(Timetable.beginning(dossier, call, now).ficheCorrection());
    }

    @EventListener
    void on(DocumentsRequested event) {
        var missing = event.missing().stream().map(title -> "– " + title).collect(Collectors.joining("\n"));
        notifications.write(
                event.dossier(),
                Letter.DOCUMENTS_REQUESTED,
                Map.of(
                        "reason", event.reason(),
                        "missing", missing,
                        "until", FrenchDay.format(event.until()),
                        "silenceUntil", FrenchDay.format(atTheLatest(event))));
    }

    /** When silence is a rejection if the papers come on the last day, or never. */
    private LocalDate atTheLatest(DocumentsRequested event) {
        var silence = Objects.requireNonNull(dossiers.get(event.dossier()).silence());
        return silence.suspended(ParisTime.dayOf(clock.instant()))
                .resumed(event.until())
                .until();
    }

    @EventListener
    void on(HolderReminded event) {
        var due = event.dueAt();
        notifications.write(
                event.dossier(), Letter.REMINDER, Map.of("until", due == null ? "" : LetterValues.lastDay(due)));
    }

    @EventListener
    void on(DossierStatusChanged event) {
        var letter = ENDS.get(event.to());
        if (letter != null) {
            notifications.write(event.dossier(), letter, Map.of("reason", event.reason()));
        }
    }

    @EventListener
    void on(DossierSuspended event) {
        notifications.write(event.dossier(), Letter.SUSPENDED, Map.of("reason", event.motive()));
    }

    @EventListener
    void on(DossierResumed event) {
        var due = event.dueAt();
        notifications.write(
                event.dossier(),
                Letter.RESUMED,
                Map.of(
                        "reason",
                        event.motive(),
                        "limit",
                        due == null || !dossiers.get(event.dossier()).waitsForPorteur()
                                ? ""
                                : Sentences.of("letter.limit", LetterValues.lastDay(due))));
    }

    /** What goes on among officers only is not for the porteur. */
    @EventListener
    void on(DossierBrought event) {
        var toPorteur = "PORTEUR".equals(event.clock());
        if (toPorteur || event.from().ended() || event.from().decided()) {
            var limit = event.until();
            notifications.write(
                    event.dossier(),
                    Letter.BROUGHT_BACK,
                    Map.of(
                            "step",
                            event.label(),
                            "reason",
                            event.motive(),
                            "limit",
                            toPorteur && limit != null ? Sentences.of("letter.limit", FrenchDay.format(limit)) : ""));
        }
    }

    @EventListener
    void on(JuryPostponed event) {
        notifications.write(event.dossier(), Letter.JURY_POSTPONED, Map.of("reason", event.reason()));
    }
}
