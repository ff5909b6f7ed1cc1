package fr.ruche.jury;

import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Recusal;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conflicts of interest of the members of a session ({@code domain.md} 5.3): declared by the member or by a
 * manager, or deduced from the seats and the roles that are known. They hold for the dossier whatever the session.
 */
@Service
@Transactional
public class Conflicts {

    private final JurySessions sessions;
    private final Recusals recusals;

    Conflicts(JurySessions sessions, Recusals recusals) {
        this.sessions = sessions;
        this.recusals = recusals;
    }

    /**
     * A member declares a conflict of interest, or a manager does for the member.
     *
     * @param member name of the member; empty for oneself
     * @throws Rejected naming the member, the dossier or the motive
     * @throws fr.ruche.common.Conflict when it is declared already
     * @throws Forbidden when somebody else than a manager speaks for another
     */
    public void declare(UUID id, String member, String dossier, String motive, Actor by) {
        var session = sessions.visibleTo(by, id);
        var who = member(session, member, by);
        var number = onAgenda(session, dossier);
        recusals.declare(number, who.username(), who.name(), motive, by);
    }

    /**
     * A manager ends what was declared in error; what is deduced ends with the seat or the role.
     *
     * @throws NotFound when nothing is declared
     */
    public void lift(UUID id, String member, String dossier, String motive, Actor by) {
        var session = sessions.visibleTo(by, id);
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("conflict.lift.forbidden"));
        }
        var who = member(session, member, by);
        recusals.lift(onAgenda(session, dossier), who.username(), who.name(), motive, by);
    }

    private static JuryMember member(JurySession session, String name, Actor by) {
        var wanted = name.strip();
        var found = session.members().stream()
                .filter(one ->
                        wanted.isEmpty() ? by.username().equals(one.username()) : wanted.equalsIgnoreCase(one.name()))
                .findFirst()
                .orElseThrow(
                        () -> Rejected.because("member", "MEMBER", Sentences.of("conflict.member.unknown", wanted)));
        if (!by.is(Role.MANAGER) && !by.username().equals(found.username())) {
            throw new Forbidden(Sentences.of("conflict.forbidden"));
        }
        return found;
    }

    private static DossierNumber onAgenda(JurySession session, String dossier) {
        var typed = dossier.strip();
        if (typed.isEmpty()) {
            throw Rejected.because("dossier", "REQUIRED", Sentences.of("jury.dossier.required"));
        }
        return session.onAgenda().stream()
                .map(AgendaItem::dossier)
                .filter(number -> number.value().equals(typed))
                .findFirst()
                .orElseThrow(() -> Rejected.because("dossier", "AGENDA", Sentences.of("jury.agenda.absent")));
    }

    /** The items with those of the members who are kept from each. */
    static List<AgendaItem> marked(List<AgendaItem> items, List<JuryMember> members, List<Recusal> known) {
        var byDossier = known.stream().collect(Collectors.groupingBy(Recusal::dossier));
        return items.stream()
                .map(item -> item.with(byDossier.getOrDefault(item.dossier(), List.of()).stream()
                        .map(one -> new AgendaItem.Recused(one.name(), one.username(), one.ground()))
                        .filter(one -> members.stream().anyMatch(one::concerns))
                        .map(one -> named(one, members))
                        .distinct()
                        .toList()))
                .toList();
    }

    /** Under the name with which the member sits. */
    private static AgendaItem.Recused named(AgendaItem.Recused one, List<JuryMember> members) {
        return members.stream()
                .filter(one::concerns)
                .findFirst()
                .map(member -> new AgendaItem.Recused(member.name(), member.username(), one.ground()))
                .orElse(one);
    }
}
