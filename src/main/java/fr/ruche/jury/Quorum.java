package fr.ruche.jury;

import fr.ruche.programme.CallParameters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether enough of a college takes part in an item ({@code domain.md} 5.1 and 5.3). Counted of all the titulars of the
 * college; those whom a conflict of interest keeps from the item are not counted as taking part, and a substitute
 * counts in the place of a titular who does not.
 *
 * @param seats the titulars of the college
 * @param required how many must take part, rounded up; 0 without a quorum
 * @param present how many do, mandates included
 * @param recused how many more would, but for a conflict of interest
 */
public record Quorum(College college, int seats, int required, int present, int recused) {

    private static final int HUNDRED = 100;

    public boolean met() {
        return present >= required;
    }

    /** Whether only conflicts of interest keep it from being met. */
    public boolean lostByRecusals() {
        return !met() && Math.min(seats, present + recused) >= required;
    }

    /**
     * The quorum of each college of the session, as the roll stands.
     *
     * @param item null for the session at large, without any conflict of interest
     */
    static List<Quorum> of(JurySession session, @Nullable AgendaItem item, CallParameters.Quorum rules) {
        return Arrays.stream(College.values())
                .filter(college -> titulars(session, college).size() > 0)
                .map(college -> of(session, college, item, rules))
                .toList();
    }

    private static Quorum of(
            JurySession session, College college, @Nullable AgendaItem item, CallParameters.Quorum rules) {
        var titulars = titulars(session, college);
        var seats = titulars.size();
        var counted = titulars.stream()
                .filter(member -> counts(session, member, item, rules))
                .toList();
        var free = (int) counted.stream().filter(member -> free(member, item)).count();
        var substitutes = (int) session.members().stream()
                .filter(member -> member.college() == college && member.substitute() && free(member, item))
                .filter(member -> counts(session, member, item, rules))
                .count();
        var exempt = session.sitting() > 1 && rules.secondWithout();
        var required = exempt ? 0 : (seats * rules.percent() + HUNDRED - 1) / HUNDRED;
        return new Quorum(college, seats, required, Math.min(seats, free + substitutes), counted.size() - free);
    }

    private static List<JuryMember> titulars(JurySession session, College college) {
        return session.members().stream()
                .filter(member -> member.college() == college && !member.substitute())
                .toList();
    }

    private static boolean free(JuryMember member, @Nullable AgendaItem item) {
        return item == null || !item.keeps(member);
    }

    /** A mandate counts as long as the one who holds it is there and free to vote. */
    private static boolean counts(
            JurySession session, JuryMember member, @Nullable AgendaItem item, CallParameters.Quorum rules) {
        var now = session.presence(member);
        if (now == null) {
            return false;
        }
        return switch (now.presence()) {
            case SALLE -> true;
            case VISIO -> rules.video();
            case ABSENT -> false;
            case MANDAT ->
                session.members().stream()
                        .filter(other -> other.name().equals(now.mandatary()) && free(other, item))
                        .map(session::presence)
                        .anyMatch(held -> held != null && held.presence().attends());
        };
    }
}
