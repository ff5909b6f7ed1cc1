package fr.ruche.jury;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.ruche.dossier.DossierNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of a jury.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 * @param agenda in its order; dossiers taken off it are listed last
 * @param attendees who was there, as typed at the end of the session
 * @param remarks what the jury wants written in the minutes
 * @param minutesRemarks what the manager added on approving them
 * @param minutesApprovedAt null until the minutes are approved and frozen
 * @param minutesSha256 of the approved minutes as a PDF file; null until then
 * @param query the dossiers that join the agenda by themselves until it is settled; null when it is made by hand
 * @param convokedAt when the agenda was settled and the members were convoked; null before
 */
public record JurySession(
        UUID id,
        String call,
        String jury,
        Instant startsAt,
        String place,
        SessionStatus status,
        List<JuryMember> members,
        List<AgendaItem> agenda,
        @Nullable String attendees,
        @Nullable String remarks,
        @Nullable String minutesRemarks,
        @Nullable String cancellationMotive,
        @Nullable String minutesApprovedBy,
        @Nullable Instant minutesApprovedAt,
        @Nullable String minutesSha256,
        @Nullable AgendaQuery query,
        @Nullable Instant convokedAt) {

    /** The dossiers that still wait for their outcome. */
    @JsonIgnore
    public List<AgendaItem> pending() {
        return agenda.stream().filter(AgendaItem::pending).toList();
    }

    /** The dossiers that are on the agenda. */
    @JsonIgnore
    public List<AgendaItem> onAgenda() {
        return agenda.stream().filter(item -> item.removalMotive() == null).toList();
    }

    /** The same for this reader, without what the jury said of the dossiers from which the reader is kept. */
    JurySession readBy(Set<DossierNumber> kept) {
        return with(agenda.stream()
                .map(item -> kept.contains(item.dossier()) ? item.hidden() : item)
                .toList());
    }

    JurySession with(List<AgendaItem> items) {
        return new JurySession(
                id,
                call,
                jury,
                startsAt,
                place,
                status,
                members,
                items,
                attendees,
                remarks,
                minutesRemarks,
                cancellationMotive,
                minutesApprovedBy,
                minutesApprovedAt,
                minutesSha256,
                query,
                convokedAt);
    }

    /**
     * The colleges of a territorial jury of which conflicts of interest leave nobody for this dossier (ROUTE-01); none
     * for the regional jury.
     */
    public List<College> missing(AgendaItem item) {
        return "regional".equals(jury)
                ? List.of()
                : Arrays.stream(College.values())
                        .filter(college -> members.stream()
                                .noneMatch(member -> member.college() == college && !item.keeps(member)))
                        .toList();
    }

    /** Whole days between the convocation, at the latest now, and the session. */
    public long daysOfNotice(Instant now) {
        return Duration.between(convokedAt == null ? now : convokedAt, startsAt).toDays();
    }

    public boolean presidedBy(String username) {
        return members.stream().anyMatch(m -> m.president() && username.equals(m.username()));
    }
}
