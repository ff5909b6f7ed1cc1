package fr.ruche.marking;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In what capacity somebody comes to the marks of a session. */
@Component
class Seats {

    private final JurySessions sessions;
    private final MarkingRight right;

    Seats(JurySessions sessions, MarkingRight right) {
        this.sessions = sessions;
        this.right = right;
    }

    /** @throws NotFound when there is no such session, or this person may not see it */
    JurySession seen(UUID session, Actor actor) {
        return sessions.visibleTo(actor, session);
    }

    Optional<JuryMember> member(JurySession session, Actor actor) {
        return session.members().stream()
                .filter(one -> actor.username().equals(one.username()))
                .findFirst();
    }

    /** @throws Forbidden when this person is no member of the session */
    JuryMember juror(JurySession session, Actor actor) {
        return member(session, actor).orElseThrow(() -> new Forbidden(Sentences.of("marking.memberOnly")));
    }

    /** @throws NotFound when this member does not mark this dossier */
    void mustMark(JurySession session, JuryMember member, DossierNumber dossier) {
        if (right.items(session, member).stream().map(AgendaItem::dossier).noneMatch(dossier::equals)) {
            throw new NotFound(Sentences.of("marking.notOnAgenda"));
        }
    }

    boolean steward(JurySession session, Actor actor) {
        return actor.is(Role.MANAGER) || session.presidedBy(actor.username());
    }

    /** @throws Forbidden when neither a manager nor the president of the session */
    void mustSteer(JurySession session, Actor actor) {
        if (!steward(session, actor)) {
            throw new Forbidden(Sentences.of("marking.stewardOnly"));
        }
    }

    /**
     * Results are for the members and the managers, once revealed.
     *
     * @throws Forbidden when this person is neither
     * @throws Conflict when nothing is revealed yet
     */
    void mustRead(JurySession session, Actor actor, Optional<MarkingState> state) {
        if (!actor.is(Role.MANAGER) && member(session, actor).isEmpty()) {
            throw new Forbidden(Sentences.of("marking.readersOnly"));
        }
        if (state.isEmpty()) {
            throw new Conflict(Sentences.of("marking.notOpen"));
        }
        if (state.get().phase() == MarkingPhase.BLIND) {
            throw new Conflict(Sentences.of("marking.blind"));
        }
    }
}
