package fr.ruche.jury;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a roll; never changes. */
@Entity
@Table(name = "jury_roll")
class RollEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID session;
    private int sitting;
    private String member;

    @Enumerated(EnumType.STRING)
    private Presence presence;

    @Nullable private String mandatary;

    private Instant since;
    private String recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    RollEntry() {}

    @SuppressWarnings("NullAway.Init")
    RollEntry(UUID session, Attendance line, Instant recordedAt) {
        this.session = session;
        this.sitting = line.sitting();
        this.member = line.member();
        this.presence = line.presence();
        this.mandatary = line.mandatary();
        this.since = line.at();
        this.recordedBy = line.by();
        this.recordedAt = recordedAt;
    }

    UUID session() {
        return session;
    }

    Attendance toAttendance() {
        return new Attendance(sitting, member, presence, mandatary, since, recordedBy);
    }
}
