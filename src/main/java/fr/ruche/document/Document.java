package fr.ruche.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file as it is listed; its bytes are in {@link DocumentContent}. */
@Entity
class Document {

    @Id
    private UUID id;

    private String owner;
    private String kind;
    private String fileName;
    private String mediaType;
    private long size;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    @Enumerated(EnumType.STRING)
    private Attachment.State state;

    @Nullable private UUID replaces;

    private String addedBy;
    private Instant addedAt;

    @Nullable private String endedBy;

    @Nullable private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    Document() {}

    Document(String owner, String kind, CheckedFile file, @Nullable UUID replaces, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.owner = owner;
        this.kind = kind;
        this.fileName = file.name();
        this.mediaType = file.mediaType();
        this.size = file.content().length;
        this.sha256 = file.sha256();
        this.state = Attachment.State.CURRENT;
        this.replaces = replaces;
        this.addedBy = by;
        this.addedAt = at;
    }

    void end(Attachment.State how, String by, Instant at) {
        this.state = how;
        this.endedBy = by;
        this.endedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean current() {
        return state == Attachment.State.CURRENT;
    }

    boolean belongsTo(String someone) {
        return owner.equals(someone);
    }

    Attachment toAttachment() {
        return new Attachment(
                id, kind, fileName, mediaType, size, sha256, state, replaces, addedBy, addedAt, endedBy, endedAt);
    }
}
