package fr.ruche.jury;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The approved minutes, as the file that was approved. */
@Entity
@Table(name = "jury_minutes")
class KeptMinutes {

    @Id
    private UUID session;

    private byte[] pdf;

    @SuppressWarnings("NullAway.Init")
    KeptMinutes() {}

    KeptMinutes(UUID session, byte[] pdf) {
        this.session = session;
        this.pdf = pdf;
    }

    byte[] pdf() {
        return pdf;
    }
}
