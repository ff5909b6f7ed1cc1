package fr.ruche.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The bytes of a letter. */
@Entity
@Immutable
class LetterPdf {

    @Id
    private UUID message;

    private byte[] content;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    LetterPdf() {}

    byte[] content() {
        return content.clone();
    }
}
