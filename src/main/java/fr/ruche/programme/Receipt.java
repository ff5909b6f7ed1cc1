package fr.ruche.programme;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The date that counts for something that arrived: of paper the postmark, as long as there is one (DL-01), else the
 * instant of the receipt.
 *
 * @param instant in Paris, so that it can be compared with a limit in Paris
 * @param shown for a French sentence
 */
record Receipt(ZonedDateTime instant, String shown) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm:ss");

    /** Null when nothing has arrived. */
    static @Nullable Receipt of(@Nullable Instant received, @Nullable Channel channel, @Nullable LocalDate postmark) {
        if (channel == Channel.PAPER && postmark != null) {
            return new Receipt(
                    postmark.atStartOfDay(ParisTime.ZONE), FrenchDay.format(postmark) + " (cachet de la poste)");
        }
        if (received == null) {
            return null;
        }
        var inParis = received.atZone(ParisTime.ZONE);
        return new Receipt(inParis, SHOWN.format(inParis));
    }

    static @Nullable Receipt ofFiche(Project project) {
        // There is one postmark: that of the dossier, unless only the fiche came on paper.
        var postmark = project.dossierChannel() == Channel.PAPER ? null : project.postmark();
        return project.ficheReceivedAt() == null
                ? null
                : of(project.ficheReceivedAt(), project.ficheChannel(), postmark);
    }

    static @Nullable Receipt ofDossier(Project project) {
        return of(project.dossierReceivedAt(), project.dossierChannel(), project.postmark());
    }
}
