package fr.ruche.marking;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fr.ruche.dossier.DossierNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one juror says of one dossier of a session.
 *
 * @param juror the account
 * @param name as the session names the member
 * @param marks those of the indicators that are noted for the measure of the dossier, in the order of the grid
 * @param score of 100, two decimals; null unless the sheet is submitted
 * @param changedAt null when nothing was ever said
 */
public record Sheet(
        @JsonSerialize(using = ToStringSerializer.class) @Schema(implementation = String.class)
        DossierNumber dossier,

        String juror,
        String name,
        SheetState state,
        List<Mark> marks,
        @Nullable BigDecimal score,
        @Nullable Instant changedAt) {

    /** The mark of an indicator. */
    public Mark mark(String indicator) {
        return marks.stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseGet(() -> Mark.none(indicator));
    }

    /** How many indicators have a mark or do not apply. */
    public long said() {
        return marks.stream().filter(Mark::said).count();
    }
}
