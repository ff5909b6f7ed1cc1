package fr.ruche.dossier;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Call;
import fr.ruche.programme.Channel;
import fr.ruche.programme.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a fiche or a dossier came in, and when.
 *
 * @param receivedAt online, the instant at which the server received it; on paper, when it was delivered
 * @param postmark null online, and on paper when none can be read
 */
public record Arrival(
        Channel channel, Instant receivedAt, @Nullable LocalDate postmark) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    Sentences.of("arrival.moment"), Locale.FRANCE)
            .withZone(ParisTime.ZONE);

    public static Arrival online(Instant at) {
        return new Arrival(Channel.ONLINE, at, null);
    }

    public static Arrival paper(Instant receivedAt, @Nullable LocalDate postmark) {
        return new Arrival(Channel.PAPER, receivedAt, postmark);
    }

    static @Nullable Arrival of(@Nullable Channel channel, @Nullable Instant at, @Nullable LocalDate postmark) {
        return at == null ? null : new Arrival(channel == null ? Channel.ONLINE : channel, at, postmark);
    }

    /** The instant that is held against the limits of this call. */
    public Instant counting(Call call) {
        return Objects.requireNonNull(Receipt.of(call, receivedAt, channel, postmark))
                .instant()
                .toInstant();
    }

    /** Empty online; on paper, what a French sentence says after « déposé ». */
    String onPaper() {
        return channel == Channel.ONLINE ? "" : Sentences.of("arrival.onPaper", marked(day()));
    }

    /** For a French sentence that says when it was received. */
    public String shown() {
        if (channel == Channel.ONLINE) {
            return Sentences.of("arrival.online", MOMENT.format(receivedAt).replaceFirst("^1 ", "1er "));
        }
        return marked(Sentences.of("arrival.paper", day()));
    }

    private String day() {
        return FrenchDay.format(ParisTime.dayOf(receivedAt));
    }

    private String marked(String received) {
        return postmark == null ? received : Sentences.of("arrival.postmarked", received, FrenchDay.format(postmark));
    }
}
