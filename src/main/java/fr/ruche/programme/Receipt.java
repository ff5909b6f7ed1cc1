package fr.ruche.programme;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The date that counts for something that arrived: of paper the postmark, as long as there is one and the call goes by
 * it (DL-01), else the instant of the receipt.
 *
 * @param instant in Paris, so that it can be compared with a limit in Paris
 * @param shown for a French sentence
 */
public record Receipt(ZonedDateTime instant, String shown) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(Sentences.of("receipt.moment"));

    /** Null when nothing has arrived. */
    public static @Nullable Receipt of(
            Call call, @Nullable Instant received, @Nullable Channel channel, @Nullable LocalDate postmark) {
        var counts = call.parameters().paper().postmarkCounts();
        if (channel == Channel.PAPER && postmark != null && counts) {
            return new Receipt(
                    postmark.atStartOfDay(ParisTime.ZONE),
                    Sentences.of("receipt.postmark", FrenchDay.format(postmark)));
        }
        if (received == null) {
            return null;
        }
        var inParis = received.atZone(ParisTime.ZONE);
        return new Receipt(inParis, SHOWN.format(inParis));
    }

    static @Nullable Receipt ofFiche(Call call, Project project) {
        return project.ficheReceivedAt() == null
                ? null
                : of(call, project.ficheReceivedAt(), project.ficheChannel(), project.fichePostmark());
    }

    static @Nullable Receipt ofDossier(Call call, Project project) {
        return of(call, project.dossierReceivedAt(), project.dossierChannel(), project.postmark());
    }
}
