package fr.ruche.notification;

import fr.ruche.common.ParisTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How and when a decision was made known to its porteur, from which the time limits of appeal run: by its first reading
 * online, else fifteen days after it could be read there (NOT-01, CRPA R.112-20), or on paper.
 *
 * @param account of the porteur, null when he has none
 * @param on the day on which it was or will be known; null while it is to be handed over
 * @param due while it is to be handed over, the last day to do so; else null
 */
public record Notice(
        UUID message,
        String dossier,
        Letter letter,
        String subject,
        Instant writtenAt,
        @Nullable String account,
        State state,
        @Nullable LocalDate on,
        @Nullable LocalDate due) {

    private static final int DEEMED_DAYS = 15;

    /** After this much time, whatever can be read online is deemed known. */
    static final Duration DEEMED = Duration.ofDays(DEEMED_DAYS + 1);

    /** How it stands with a decision. */
    public enum State {
        READ,
        HANDED,
        /** Can be read online, and was not read yet. */
        AVAILABLE,
        /** Nobody can tell that it was read online: it has no account to be read in, or its e-mail never arrived. */
        TO_HAND
    }

    static Notice of(
            Message letter,
            String dossier,
            @Nullable String account,
            boolean online,
            @Nullable Instant readAt,
            @Nullable LocalDate handedOn) {
        var written = ParisTime.dayOf(letter.at());
        var read = readAt == null ? null : ParisTime.dayOf(readAt);
        State state;
        LocalDate on;
        if (handedOn != null && (read == null || handedOn.isBefore(read))) {
            state = State.HANDED;
            on = handedOn;
        } else if (read != null) {
            state = State.READ;
            on = read;
        } else {
            state = online ? State.AVAILABLE : State.TO_HAND;
            on = online ? written.plusDays(DEEMED_DAYS) : null;
        }
        var due = state == State.TO_HAND ? letter.dueOn() : null;
        return new Notice(
                letter.id(), dossier, letter.letter(), letter.subject(), letter.at(), account, state, on, due);
    }

    /** Whether it is, on this day, in nobody's hands although it should be. */
    public boolean lateOn(LocalDate day) {
        return due != null && day.isAfter(due);
    }

    /** Whether the porteur is deemed, on this day, to know it although he did not read it. */
    public boolean deemedOn(LocalDate day) {
        return state == State.AVAILABLE && on != null && !day.isBefore(on);
    }
}
