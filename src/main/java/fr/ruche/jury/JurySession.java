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
 * @param earlier the convocations to which too few came, the first first
 * @param roll who takes part from when on, in the order in which it was recorded
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
        @Nullable Instant convokedAt,
        List<Sitting> earlier,
        List<Attendance> roll) {

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
        return with(items, roll);
    }

    JurySession withRoll(List<Attendance> lines) {
        return with(agenda, lines);
    }

    private JurySession with(List<AgendaItem> items, List<Attendance> lines) {
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
                convokedAt,
                earlier,
                lines);
    }

    /** 1 for the first convocation, 2 for the second. */
    @JsonIgnore
    public int sitting() {
        return earlier.size() + 1;
    }

    /** How this member takes part as the roll of this sitting stands; null before being called. */
    public @Nullable Attendance presence(JuryMember member) {
        return roll.stream()
                .filter(line -> line.sitting() == sitting() && line.member().equals(member.name()))
                .reduce((earlierLine, later) -> later)
                .orElse(null);
    }

    /** The titulars of whom the roll of this sitting says nothing yet. */
    @JsonIgnore
    public List<String> uncalled() {
        return members.stream()
                .filter(member -> !member.substitute() && presence(member) == null)
                .map(JuryMember::name)
                .toList();
    }

    /** The place of the member of this name, from 0; -1 for nobody. */
    int seat(@Nullable String name) {
        var wanted = name == null ? "" : name.strip();
        for (int at = 0; at < members.size(); at++) {
            if (members.get(at).name().equalsIgnoreCase(wanted)) {
                return at;
            }
        }
        return -1;
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

    /**
     * Whether this member sits for this item. A titular does, but for a conflict of interest; a substitute in the place
     * of a titular of the same college whom one keeps away (CASF R.313-2-5). Substitutes come in the order of the
     * session.
     */
    public boolean sits(JuryMember member, AgendaItem item) {
        if (item.keeps(member)) {
            return false;
        }
        return !member.substitute() || replacing(item, member.college()).contains(member);
    }

    private List<JuryMember> replacing(AgendaItem item, @Nullable College college) {
        var empty = members.stream()
                .filter(one -> one.college() == college && !one.substitute() && item.keeps(one))
                .count();
        return members.stream()
                .filter(one -> one.college() == college && one.substitute() && !item.keeps(one))
                .limit(empty)
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
