package fr.ruche.notification;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
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

/** A message, and what became of its e-mail: a letter about a dossier, or a word to an officer about none. */
@Entity
@Table(name = "notification")
class StoredMessage {

    private static final String NO_ADDRESS = Sentences.of("mails.noAddress");

    @Id
    private UUID id;

    @Nullable private String dossier;

    @Nullable private String recipient;

    @Nullable private String address;

    @Enumerated(EnumType.STRING)
    @Nullable private Letter letter;

    private String subject;
    private String body;
    private String sender;
    private String addressee;
    private String signature;
    private boolean decides;

    @Nullable private LocalDate dueOn;

    @Nullable private Instant readAt;

    @Nullable private LocalDate handedOn;

    @Nullable private String handedBy;

    private int templateVersion;

    @Nullable private String templateProgramme;

    private Instant writtenAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;
    private Instant nextAttemptAt;

    @Nullable private Instant sentAt;

    @Nullable private String failure;

    @SuppressWarnings("NullAway.Init")
    StoredMessage() {}

    /**
     * @param template version of the text it was written from; @param programme whose text that is, null for that of
     *     all; @param address where its e-mail goes; @param mailed whether e-mails leave at all
     */
    StoredMessage(
            DossierCase dossier,
            Message message,
            int template,
            @Nullable String programme,
            @Nullable String address,
            boolean mailed) {
        this.id = message.id();
        this.dossier = dossier.number().value();
        this.recipient = dossier.holder();
        this.address = address;
        this.letter = message.letter();
        this.subject = message.subject();
        this.body = message.body();
        this.sender = message.sender();
        this.addressee = message.addressee();
        this.signature = message.signature();
        this.decides = message.letter().decides();
        this.dueOn = message.dueOn();
        this.templateVersion = template;
        this.templateProgramme = programme;
        this.writtenAt = message.at();
        this.nextAttemptAt = message.at();
        toSend(mailed);
    }

    /** A word to an officer. @param address where its e-mail goes; @param mailed whether e-mails leave at all */
    StoredMessage(String recipient, String subject, String body, Instant at, @Nullable String address, boolean mailed) {
        this.id = UUID.randomUUID();
        this.recipient = recipient;
        this.address = address;
        this.subject = subject;
        this.body = body;
        this.sender = "";
        this.addressee = "";
        this.signature = "";
        this.writtenAt = at;
        this.nextAttemptAt = at;
        toSend(mailed);
    }

    private void toSend(boolean mailed) {
        state = mailed ? State.TO_SEND : State.PORTAL_ONLY;
        if (mailed && address == null) {
            failed(NO_ADDRESS);
        }
    }

    UUID id() {
        return id;
    }

    boolean isOf(String number) {
        return number.equals(dossier);
    }

    Message toMessage() {
        return new Message(
                id, Objects.requireNonNull(letter), subject, body, writtenAt, sender, addressee, signature, dueOn);
    }

    Mail toMail() {
        return new Mail(
                id,
                Objects.requireNonNull(dossier == null ? recipient : dossier),
                address == null ? "" : address,
                subject,
                letter == null ? body : toMessage().signed(),
                attempts);
    }

    Undelivered toUndelivered() {
        return new Undelivered(id, dossier, subject, address, writtenAt, attempts, state == State.FAILED, failure);
    }

    /** Its number; null for a word to an officer. */
    @Nullable String dossier() {
        return dossier;
    }

    @Nullable String recipient() {
        return recipient;
    }

    /**
     * A decision that its porteur reads for the first time is known from then on (NOT-01).
     *
     * @return whether it is
     */
    boolean readBy(String account, Instant at) {
        if (decides && readAt == null && account.equals(recipient)) {
            readAt = at;
            return true;
        }
        return false;
    }

    /** It was given or delivered on paper on this day. */
    void handed(LocalDate on, String by) {
        handedOn = on;
        handedBy = by;
    }

    boolean decides() {
        return decides;
    }

    Notice toNotice() {
        var online = recipient != null && state != State.FAILED;
        return Notice.of(toMessage(), Objects.requireNonNull(dossier), recipient, online, readAt, handedOn);
    }

    State state() {
        return state;
    }

    /** Whoever takes it owns it until the next attempt. */
    void taken(Instant at, MailSettings settings) {
        attempts++;
        nextAttemptAt = at.plus(settings.pauseAfter(attempts));
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
        failure = null;
    }

    void refused(String why) {
        failure = why;
    }

    final void failed(String why) {
        state = State.FAILED;
        failure = why;
    }

    /** A failed one is sent again from the start, to the address that is known now. */
    void again(Instant at, @Nullable String knownAddress) {
        if (knownAddress == null) {
            failed(NO_ADDRESS);
            return;
        }
        address = knownAddress;
        state = State.TO_SEND;
        attempts = 0;
        nextAttemptAt = at;
    }

    enum State {
        PORTAL_ONLY,
        TO_SEND,
        SENT,
        FAILED
    }
}
