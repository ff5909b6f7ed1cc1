package fr.ruche.dossier.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.Arrival;
import fr.ruche.programme.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an officer says of the arrival of something on paper. */
final class PaperArrival {

    private static final Set<String> FIELDS = Set.of("account", "channel", "receivedAt", "postmark");

    private PaperArrival() {}

    static Arrival of(@Nullable Channel channel, @Nullable Instant receivedAt, @Nullable LocalDate postmark) {
        if (channel != Channel.PAPER) {
            throw Rejected.because("channel", "CHOICE", Sentences.of("paper.channel.wrong"));
        }
        if (receivedAt == null) {
            throw Rejected.because("receivedAt", "REQUIRED", Sentences.of("paper.receivedAt.required"));
        }
        return Arrival.paper(receivedAt, postmark);
    }

    /** The faults of what was deposited are one level down in the body; those of the arrival are not. */
    static Rejected below(String part, Rejected rejected) {
        return new Rejected(rejected.faults().stream()
                .map(f -> FIELDS.contains(f.field()) ? f : new Fault(below(part, f.field()), f.rule(), f.message()))
                .toList());
    }

    private static String below(String part, String field) {
        return field.isEmpty() ? part : part + "." + field;
    }
}
