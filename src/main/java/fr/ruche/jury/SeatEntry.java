package fr.ruche.jury;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "jury_seat")
class SeatEntry {

    @Id
    private UUID id;

    private String jury;

    @Enumerated(EnumType.STRING)
    private College college;

    private String name;

    @Nullable private String username;

    private boolean president;
    private boolean substitute;
    private LocalDate since;

    @Nullable private LocalDate until;

    private String recordedBy;
    private Instant recordedAt;

    @Nullable private String endedBy;

    @Nullable private Instant endedAt;

    @Nullable private String endMotive;

    @SuppressWarnings("NullAway.Init")
    SeatEntry() {}

    /** The plan has been checked. */
    SeatEntry(SeatPlan plan, String recordedBy, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.jury = Objects.requireNonNull(plan.jury());
        this.college = Objects.requireNonNull(plan.college());
        this.name = Objects.requireNonNull(plan.name()).strip();
        this.username = plan.username();
        this.president = plan.president();
        this.substitute = plan.substitute();
        this.since = Objects.requireNonNull(plan.since());
        this.until = plan.until();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    void end(LocalDate lastDay, String motive, String by, Instant at) {
        until = lastDay;
        endMotive = motive;
        endedBy = by;
        endedAt = at;
    }

    Seat toSeat() {
        return new Seat(
                id,
                jury,
                college,
                name,
                username,
                president,
                substitute,
                since,
                until,
                recordedBy,
                recordedAt,
                endedBy,
                endedAt,
                endMotive);
    }
}
