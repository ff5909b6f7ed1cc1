package fr.ruche.dossier;

import fr.ruche.programme.Channel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the server received, word for word and when; evidence, never changed (DL-02). */
@Entity
@Immutable
@Table(name = "dossier_deposit")
class Deposit {

    @Id
    private UUID id;

    private String dossier;

    @Enumerated(EnumType.STRING)
    private DepositReceipt.Kind kind;

    private Instant registeredAt;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Nullable private LocalDate postmark;

    private String by;

    private String content;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    @SuppressWarnings("NullAway.Init")
    Deposit() {}

    Deposit(
            DossierNumber dossier,
            DepositReceipt.Kind kind,
            Instant registeredAt,
            Arrival arrival,
            String by,
            String content,
            String sha256) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.kind = kind;
        this.registeredAt = registeredAt;
        this.receivedAt = arrival.receivedAt();
        this.channel = arrival.channel();
        this.postmark = arrival.postmark();
        this.by = by;
        this.content = content;
        this.sha256 = sha256;
    }

    DepositReceipt toReceipt() {
        return new DepositReceipt(id, kind, receivedAt, channel, postmark, by, sha256);
    }
}
