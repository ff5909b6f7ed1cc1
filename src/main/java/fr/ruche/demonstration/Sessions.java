package fr.ruche.demonstration;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actor;
import fr.ruche.jury.College;
import fr.ruche.jury.Governance;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.Presence;
import fr.ruche.jury.RollCall;
import fr.ruche.jury.RollLine;
import fr.ruche.jury.SeatPlan;
import fr.ruche.jury.SessionPlan;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.JuryDate;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One session for each jury date of the call. */
@Component
class Sessions {

    private static final Duration AFTERNOON = Duration.ofHours(14);

    private final JurySessions sessions;
    private final Governance governance;
    private final RollCall roll;

    Sessions(JurySessions sessions, Governance governance, RollCall roll) {
        this.sessions = sessions;
        this.governance = governance;
        this.roll = roll;
    }

    /** Who sits in the juries of the call: two elected members, and a substitute for each. */
    void seat(Call call, Actor manager) {
        call.parameters().calendar().juryDates().stream()
                .map(JuryDate::jury)
                .distinct()
                .forEach(jury -> {
                    var account = "regional".equals(jury) ? "jure-region" : "jure-interco";
                    seat(call, jury, College.REGION, "Claire Fictive, conseillère régionale", null, false, manager);
                    seat(call, jury, College.REGION, "Noé Gabarit, conseiller régional", null, true, manager);
                    seat(
                            call,
                            jury,
                            College.INTERCOMMUNALITE,
                            "Andréa Démo, élue de l’intercommunalité",
                            account,
                            false,
                            manager);
                    seat(
                            call,
                            jury,
                            College.INTERCOMMUNALITE,
                            "Lou Spécimen, élu de l’intercommunalité",
                            null,
                            true,
                            manager);
                });
    }

    private void seat(
            Call call,
            String jury,
            College college,
            String name,
            @Nullable String account,
            boolean substitute,
            Actor manager) {
        var since = call.parameters().calendar().opening();
        var presides = college == College.REGION && !substitute;
        governance.enter(new SeatPlan(jury, college, name, account, presides, substitute, since, null), manager);
    }

    void convene(Call call, Actor manager) {
        call.parameters().calendar().juryDates().forEach(date -> convene(call, date, manager));
    }

    private void convene(Call call, JuryDate date, Actor manager) {
        var regional = "regional".equals(date.jury());
        var place =
                regional ? "Siège de la Région, salle de démonstration" : "Siège de l’intercommunalité, salle fictive";
        var startsAt = ParisTime.startOf(date.date()).plus(AFTERNOON);
        var members = governance.members(date.jury(), date.date(), manager);
        sessions.convene(new SessionPlan(call.code(), date.jury(), startsAt, place, members), manager);
    }

    /** Every titular is in the room. */
    void call(UUID session, Actor manager) {
        var lines = sessions.get(session).uncalled().stream()
                .map(name -> new RollLine(name, Presence.SALLE, null, null))
                .toList();
        roll.record(session, lines, manager);
    }

    /** The open session of this jury. */
    UUID of(String call, String jury, Actor manager) {
        return sessions.visibleTo(manager).stream()
                .filter(session -> session.call().equals(call) && session.jury().equals(jury))
                .filter(session -> session.status().open())
                .map(JurySession::id)
                .findFirst()
                .orElseThrow();
    }
}
