package fr.ruche.dossier;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Tells the database, which keeps how far each dossier came day by day, when it is by the clock of the program. */
@Component
class ChangeClock {

    private final Clock clock;

    ChangeClock(Clock clock) {
        this.clock = clock;
    }

    @PrePersist
    @PreUpdate
    void written(Dossier dossier) {
        dossier.changed(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
