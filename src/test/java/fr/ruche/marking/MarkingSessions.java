package fr.ruche.marking;

import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Sessions of Lens with three jurors who have accounts, each with dossiers of its own. */
@Component
public class MarkingSessions {

    public static final String PRESIDENT = "jure-presidence";
    public static final String ELECTED = "jure-elue";
    public static final String TOWN = "jure-interco";

    private static final AtomicInteger DAYS = new AtomicInteger(60);

    private static final List<JuryMember> MEMBERS = List.of(
            new JuryMember("Ange Fictif, présidence", College.REGION, true, PRESIDENT),
            new JuryMember("Jo Gabarit, élue", College.REGION, false, ELECTED),
            new JuryMember("Andréa Démo, élue", College.INTERCOMMUNALITE, false, TOWN));

    private final TestDossiers given;
    private final TestAccounts accounts;
    private final JurySessions sessions;
    private final Agendas agendas;
    private final Markings markings;
    private final Sheets sheets;
    private final Actors actors;
    private final Clock clock;

    MarkingSessions(
            TestDossiers given,
            TestAccounts accounts,
            JurySessions sessions,
            Agendas agendas,
            Markings markings,
            Sheets sheets,
            Actors actors,
            Clock clock) {
        this.given = given;
        this.accounts = accounts;
        this.sessions = sessions;
        this.agendas = agendas;
        this.markings = markings;
        this.sheets = sheets;
        this.actors = actors;
        this.clock = clock;
    }

    /** A session with so many dossiers of the second measure on its agenda; marking is not open. */
    public JurySession convened(int dossiers) {
        return convened(dossiers, MEMBERS);
    }

    /** The same, and nobody was called. */
    public JurySession uncalled(int dossiers) {
        return filled(bare(MEMBERS), dossiers);
    }

    /** The same with these members, who all have an account. */
    public JurySession convened(int dossiers, List<JuryMember> members) {
        return filled(given.called(bare(members)), dossiers);
    }

    private JurySession bare(List<JuryMember> members) {
        members.forEach(member -> accounts.ensure(
                String.valueOf(member.username()), new Membership(Role.JURY_MEMBER, TestDossiers.TERRITORY)));
        return sessions.convene(
                new SessionPlan(
                        TestDossiers.CALL,
                        TestDossiers.TERRITORY,
                        clock.instant().plus(Duration.ofDays(DAYS.incrementAndGet())),
                        "Lens, salle fictive",
                        members),
                given.manager());
    }

    private JurySession filled(JurySession session, int dossiers) {
        for (int at = 0; at < dossiers; at++) {
            agendas.put(session.id(), instructed(), given.manager());
        }
        return sessions.get(session.id());
    }

    /** The same with marking open. */
    public JurySession open(int dossiers) {
        var session = convened(dossiers);
        markings.open(session.id(), null, given.manager());
        return session;
    }

    private DossierNumber instructed() {
        var number = given.complete("F2", false);
        given.answer(
                number,
                "userTask_instruct",
                "instructeur",
                Map.of("instructionOpinion", "FAVOURABLE", "instructionNote", "Projet construit avec les habitants."));
        return number;
    }

    public Actor actor(String username) {
        return actors.find(username).orElseThrow();
    }

    /** The juror gives every indicator this mark with this comment, and submits. */
    public Sheet mark(UUID session, DossierNumber dossier, String juror, int mark, String comment) {
        var me = actor(juror);
        var entries = new ArrayList<MarkEntry>();
        for (var now : sheets.own(session, dossier, me).marks()) {
            entries.add(new MarkEntry(now.indicator(), mark, false, comment, now.version()));
        }
        sheets.save(session, dossier, entries, me);
        return sheets.become(session, dossier, SheetState.SUBMITTED, me);
    }
}
