package fr.ruche.demonstration;

import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fictitious dossier and how far it has come.
 *
 * @param key names it for ever, so that it is told only once
 * @param porteur account that holds it
 * @param organisation fictitious association
 * @param commune INSEE code; communes are real
 * @param operating cost of the operating part, in euros
 * @param investment cost of the investment part, in euros
 * @param rank priority rank, where the measure asks for one
 * @param reason motive of the last step, where it needs one
 */
record Story(
        String key,
        String porteur,
        String organisation,
        String rna,
        String measure,
        Scale scale,
        String title,
        String summary,
        String commune,
        @Nullable String neighbourhood,
        List<String> themes,
        BigDecimal operating,
        BigDecimal investment,
        @Nullable Integer rank,
        Reach reach,
        @Nullable String reason) {

    /** The last thing that has happened. */
    enum Reach {
        DRAFT,
        FICHE_DEPOSITED,
        FICHE_TO_CORRECT,
        FICHE_NOT_CONFORM,
        FICHE_CONFORM,
        FULL_DEPOSITED,
        FULL_TO_COMPLETE,
        FULL_COMPLETE,
        INSTRUCTED,
        ON_AGENDA,
        JUDGED,
        DECIDED;

        boolean includes(Reach earlier) {
            return compareTo(earlier) >= 0;
        }
    }
}
