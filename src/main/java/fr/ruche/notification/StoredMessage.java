package fr.ruche.notification;

import fr.ruche.dossier.DossierCase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "notification")
class StoredMessage {

    @Id
    private UUID id;

    private String dossier;
    private String recipient;

    @Enumerated(EnumType.STRING)
    private Letter letter;

    private String subject;
    private String body;
    private Instant writtenAt;

    @Enumerated(EnumType.STRING)
    private State state;

    @SuppressWarnings("NullAway.Init")
    StoredMessage() {}

    StoredMessage(DossierCase dossier, Message message) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.number().value();
        this.recipient = dossier.holder();
        this.letter = message.letter();
        this.subject = message.subject();
        this.body = message.body();
        this.writtenAt = message.at();
        this.state = State.TO_SEND;
    }

    Message toMessage() {
        return new Message(letter, subject, body, writtenAt);
    }

    /** Who sends by e-mail takes the rows to send, and says what came of them. */
    enum State {
        TO_SEND,
        SENT,
        FAILED
    }
}
