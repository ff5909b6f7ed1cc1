package fr.ruche.jury;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "jury_session")
class HeldSession {

    @Id
    private UUID id;

    private String call;
    private String jury;
    private Instant startsAt;
    private String place;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    private String convenedBy;
    private Instant convenedAt;

    @Nullable private String cancellationMotive;

    @Nullable private String attendees;

    @Nullable private String remarks;

    @Nullable private String minutesRemarks;

    @Nullable private String minutes;

    @Nullable private String minutesApprovedBy;

    @Nullable private Instant minutesApprovedAt;

    @Nullable private String minutesSha256;

    @Nullable private Instant convokedAt;

    @Nullable @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> agendaMeasures;

    @Nullable @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> agendaTerritories;

    @ElementCollection
    @CollectionTable(name = "jury_sitting", joinColumns = @JoinColumn(name = "session"))
    @OrderColumn(name = "position")
    private List<Sitting> earlier;

    @ElementCollection
    @CollectionTable(name = "jury_session_member", joinColumns = @JoinColumn(name = "session"))
    @OrderColumn(name = "position")
    private List<JuryMember> members;

    @SuppressWarnings("NullAway.Init")
    HeldSession() {}

    /** The plan has been checked. */
    HeldSession(SessionPlan plan, String convenedBy, Instant convenedAt) {
        this.id = UUID.randomUUID();
        this.call = Objects.requireNonNull(plan.call());
        this.jury = Objects.requireNonNull(plan.jury());
        this.startsAt = Objects.requireNonNull(plan.startsAt());
        this.place = Objects.requireNonNull(plan.place());
        this.status = SessionStatus.CONVOQUEE;
        this.convenedBy = convenedBy;
        this.convenedAt = convenedAt;
        this.members = new ArrayList<>(plan.members());
        this.earlier = new ArrayList<>();
        follow(plan.query());
    }

    final void follow(@Nullable AgendaQuery query) {
        agendaMeasures = query == null ? null : new ArrayList<>(query.measures());
        agendaTerritories = query == null ? null : new ArrayList<>(query.territories());
    }

    @Nullable AgendaQuery query() {
        return agendaMeasures == null ? null : new AgendaQuery(agendaMeasures, agendaTerritories);
    }

    void reconvene(Sitting sitting, Instant again, String where, Instant at) {
        earlier.add(sitting);
        startsAt = again;
        place = where;
        convokedAt = at;
    }

    void convoked(Instant at) {
        status = SessionStatus.ORDRE_DU_JOUR_ARRETE;
        convokedAt = at;
    }

    @Nullable String minutesSha256() {
        return minutesSha256;
    }

    void seal(String sha256) {
        minutesSha256 = sha256;
    }

    UUID id() {
        return id;
    }

    String call() {
        return call;
    }

    String jury() {
        return jury;
    }

    Instant startsAt() {
        return startsAt;
    }

    SessionStatus status() {
        return status;
    }

    void cancel(String motive) {
        status = SessionStatus.ANNULEE;
        cancellationMotive = motive;
    }

    @Nullable String minutes() {
        return minutes;
    }

    void drawUp(String minutes) {
        this.minutes = minutes;
    }

    void held(@Nullable String attendees, @Nullable String remarks) {
        status = SessionStatus.TENUE;
        this.attendees = attendees;
        this.remarks = remarks;
    }

    void remarkOnMinutes(@Nullable String remarks) {
        minutesRemarks = remarks;
    }

    void approveMinutes(String by, Instant at) {
        status = SessionStatus.CLOSE;
        minutesApprovedBy = by;
        minutesApprovedAt = at;
    }

    JurySession toSession(List<AgendaItem> agenda, List<Attendance> roll) {
        return new JurySession(
                id,
                call,
                jury,
                startsAt,
                place,
                status,
                List.copyOf(members),
                agenda,
                attendees,
                remarks,
                minutesRemarks,
                cancellationMotive,
                minutesApprovedBy,
                minutesApprovedAt,
                minutesSha256,
                query(),
                convokedAt,
                List.copyOf(earlier),
                roll);
    }
}
