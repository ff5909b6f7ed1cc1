package fr.ruche.dossier;

import fr.ruche.programme.Channel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String by;

    private String content;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    @SuppressWarnings("NullAway.Init")
    Deposit() {}

    Deposit(DossierNumber dossier, DepositReceipt.Kind kind, Instant at, String by, String content, String sha256) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.kind = kind;
        this.receivedAt = at;
        this.channel = Channel.ONLINE;
        this.by = by;
        this.content = content;
        this.sha256 = sha256;
    }

    DepositReceipt toReceipt() {
        return new DepositReceipt(id, kind, receivedAt, channel, by, sha256);
    }
}
