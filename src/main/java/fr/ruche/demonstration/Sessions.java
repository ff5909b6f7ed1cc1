package fr.ruche.demonstration;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actor;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.JuryDate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One session for each jury date of the call. */
@Component
class Sessions {

    private static final Duration AFTERNOON = Duration.ofHours(14);

    private final JurySessions sessions;

    Sessions(JurySessions sessions) {
        this.sessions = sessions;
    }

    void convene(Call call, Actor manager) {
        call.parameters().calendar().juryDates().forEach(date -> convene(call, date, manager));
    }

    private void convene(Call call, JuryDate date, Actor manager) {
        var regional = "regional".equals(date.jury());
        var place =
                regional ? "Siège de la Région, salle de démonstration" : "Siège de l’intercommunalité, salle fictive";
        var startsAt = ParisTime.startOf(date.date()).plus(AFTERNOON);
        sessions.convene(new SessionPlan(call.code(), date.jury(), startsAt, place, members(regional)), manager);
    }

    private static List<JuryMember> members(boolean regional) {
        var account = regional ? "jure-region" : "jure-interco";
        return List.of(
                new JuryMember("Claire Fictive, conseillère régionale", College.REGION, true, null),
                new JuryMember("Andréa Démo, élue de l’intercommunalité", College.INTERCOMMUNALITE, false, account));
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
