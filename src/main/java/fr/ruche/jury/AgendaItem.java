package fr.ruche.jury;

import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier on the agenda of a session, with what the jury said of it; euros.
 *
 * @param position from 1, in the order of the agenda
 * @param outcome null until recorded
 * @param by the name of the one who recorded it
 * @param removalMotive why it left the agenda, null while on it
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
        @Nullable String removalMotive) {

    boolean pending() {
        return outcome == null && removalMotive == null;
    }
}
