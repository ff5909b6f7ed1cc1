package fr.ruche.marking;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.College;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the marks make of a dossier, and what the jury retained; scores of 100 with two decimals, rounded once.
 *
 * @param jurors the submitted sheets, each with its own score
 * @param criteria those of the measure; the ones apart are no part of the score
 * @param score of all jurors together, null when nobody marked
 * @param spread between the highest and the lowest juror
 * @param discuss whether the spread is above what the call allows without a discussion
 * @param marks how many of each college have marked
 * @param failures why the dossier does not pass, one French sentence each; empty when it does
 * @param difficulty points of the territory, shown beside the score and never part of it; null when the call says none
 * @param deliberated null as long as the jury retained nothing
 */
public record DossierResult(
        @JsonSerialize(using = ToStringSerializer.class) @Schema(implementation = String.class)
        DossierNumber dossier,

        String title,
        String measure,
        List<JurorScore> jurors,
        List<CriterionResult> criteria,
        @Nullable BigDecimal score,
        @Nullable BigDecimal spread,
        boolean discuss,
        Map<College, Integer> marks,
        int abstentions,
        List<String> failures,
        @Nullable Integer difficulty,
        @Nullable Deliberation deliberated) {

    /** What one juror makes of the dossier. */
    public record JurorScore(
            String name,
            @Nullable College college,
            @Nullable BigDecimal score) {}

    /** @param mean from 0 to the highest mark, two decimals; null when nobody noted it */
    public record CriterionResult(
            String code,
            String title,
            boolean apart,
            @Nullable BigDecimal mean) {}
}
