package fr.ruche.jury;

import fr.ruche.common.Euros;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.RecusalGround;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier on the agenda of a session, with what the jury said of it; euros.
 *
 * @param position from 1, in the order of the agenda
 * @param outcome null until recorded
 * @param by the name of the one who recorded it
 * @param removalMotive why it left the agenda, null while on it
 * @param recusals who takes no part in its examination
 * @param vote null where nobody counted
 * @param quorum as it stood when the outcome was recorded; empty before
 * @param withheld whether the reader is one of them: what the jury said of it is then left out
 */
public record AgendaItem(
        DossierNumber dossier,
        int position,
        @Nullable JuryOutcome outcome,
        BigDecimal operating,
        BigDecimal investment,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String removalMotive,
        List<Recused> recusals,
        boolean withheld,
        @Nullable Vote vote,
        List<Quorum> quorum) {

    /** A conflict of interest, as the minutes tell it. @param username null for somebody without an account */
    public record Recused(String name, @Nullable String username, RecusalGround ground) {

        public boolean concerns(JuryMember member) {
            return username == null ? name.equalsIgnoreCase(member.name()) : username.equals(member.username());
        }
    }

    /** Whether this member takes no part in the examination of the dossier. */
    public boolean keeps(JuryMember member) {
        return recusals.stream().anyMatch(one -> one.concerns(member));
    }

    AgendaItem with(List<Recused> known) {
        return new AgendaItem(
                dossier,
                position,
                outcome,
                operating,
                investment,
                reason,
                by,
                at,
                removalMotive,
                known,
                withheld,
                vote,
                quorum);
    }

    /** What somebody learns whom a conflict of interest keeps from the dossier: that it is on the agenda. */
    AgendaItem hidden() {
        return new AgendaItem(
                dossier,
                position,
                null,
                Euros.ZERO,
                Euros.ZERO,
                null,
                null,
                null,
                removalMotive,
                recusals,
                true,
                null,
                List.of());
    }

    boolean pending() {
        return outcome == null && removalMotive == null && !withheld;
    }
}
