package fr.ruche.marking;

import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who marks what: the only place that says so. */
@Component
class MarkingRight {

    /** A member with an account marks what is on the agenda and for which this member sits. */
    boolean mayMark(JurySession session, JuryMember member, AgendaItem item) {
        return member.username() != null && item.removalMotive() == null && session.sits(member, item);
    }

    /** What the member has to mark, in the order of the agenda. */
    List<AgendaItem> items(JurySession session, JuryMember member) {
        return session.onAgenda().stream()
                .filter(item -> mayMark(session, member, item))
                .toList();
    }
}
