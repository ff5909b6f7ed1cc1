package fr.ruche.notification;

import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.common.WorkingDays;
import fr.ruche.dossier.Arrival;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Calls;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages to the porteurs. */
@Service
@Transactional
public class Notifications {

    /** Working days in which a deposit is acknowledged (AR-02, CRPA R.112-11-2). */
    private static final int ACKNOWLEDGMENT_DAYS = 10;

    private final EntityManager database;
    private final Dossiers dossiers;
    private final Calls calls;
    private final StoredMessages messages;
    private final LetterTemplates templates;
    private final LetterValues values;
    private final Letterhead head;
    private final LetterPages pages;
    private final LetterPdfs files;
    private final Addresses addresses;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean mailed;

    Notifications(
            EntityManager database,
            Dossiers dossiers,
            Calls calls,
            StoredMessages messages,
            LetterTemplates templates,
            LetterValues values,
            Letterhead head,
            LetterPages pages,
            LetterPdfs files,
            Addresses addresses,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${spring.mail.host:}") String server) {
        this.database = database;
        this.dossiers = dossiers;
        this.calls = calls;
        this.messages = messages;
        this.templates = templates;
        this.values = values;
        this.head = head;
        this.pages = pages;
        this.files = files;
        this.addresses = addresses;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.mailed = !server.isBlank() && !"false".equals(server);
    }

    /** The messages about a dossier, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> of(DossierNumber dossier) {
        return messages.findByDossierOrderByWrittenAt(dossier.value()).stream()
                .map(StoredMessage::toMessage)
                .toList();
    }

    /** The same, for this reader: when the porteur first reads a decision, it is known from then on (NOT-01). */
    public List<Message> readBy(Actor reader, DossierNumber dossier) {
        var read = messages.findByDossierOrderByWrittenAt(dossier.value());
        read.forEach(message -> read(message, reader));
        return read.stream().map(StoredMessage::toMessage).toList();
    }

    /**
     * A letter as a PDF file: made when it is first asked for, kept from then on, the same whoever asks.
     *
     * @throws NotFound when the dossier has no such letter
     */
    public LetterFile pdf(DossierNumber dossier, UUID id, Actor reader) {
        var stored = messages.findById(id)
                .filter(message -> message.isOf(dossier.value()))
                .orElseThrow(() -> new NotFound(Sentences.of("letter.none")));
        read(stored, reader);
        var letter = stored.toMessage();
        var kept = files.findById(id).orElseGet(() -> make(letter, dossier));
        return new LetterFile(
                Sentences.of("letter.file", dossier.value(), Sentences.of("letter." + letter.letter())),
                kept.content());
    }

    private void read(StoredMessage message, Actor reader) {
        if (message.readBy(reader.username(), clock.instant())) {
            events.publishEvent(new Deed(
                    Domain.DOSSIER,
                    String.valueOf(message.dossier()),
                    "DECISION_READ",
                    Sentences.of("deed.notice.read", message.toMail().subject())));
        }
    }

    private LetterPdf make(Message letter, DossierNumber dossier) {
        var content = pages.print(letter, dossier.value());
        files.keep(letter.id(), content, clock.instant());
        return files.findById(letter.id()).orElseThrow();
    }

    /** Whether a mail server is set; without one, porteurs read their messages on the page of the dossier only. */
    public boolean mailed() {
        return mailed;
    }

    /**
     * The e-mails that were given up, and those that failed and are tried again; the oldest first, 500 at most.
     *
     * @throws Forbidden to anybody but managers and administrators
     */
    public List<Undelivered> undelivered(Actor steward) {
        require(steward);
        return outbox.undelivered();
    }

    /**
     * Sends again an e-mail that was given up, to the address that is known now; any other is left as it is.
     *
     * @throws NotFound when there is no such e-mail; see {@link #undelivered}
     */
    public void sendAgain(UUID id, Actor steward) {
        require(steward);
        if (!messages.existsById(id)) {
            throw new NotFound(Sentences.of("mails.unknown"));
        }
        outbox.again(id)
                .ifPresent(mail -> events.publishEvent(new Deed(
                        Domain.OPERATION,
                        Objects.requireNonNullElse(mail.dossier(), String.valueOf(mail.address())),
                        "MAIL_SENT_AGAIN",
                        Sentences.of("deed.mail.again", mail.subject()))));
    }

    private static void require(Actor steward) {
        if (!steward.is(Role.MANAGER) && !steward.is(Role.ADMINISTRATOR)) {
            throw new Forbidden(Sentences.of("mails.forbidden"));
        }
    }

    /** Writes a letter to the porteur, in the transaction of what it tells; its e-mail leaves after the commit. */
    void write(DossierNumber number, Letter letter, Map<String, String> own) {
        var dossier = dossiers.get(number);
        var days = calls.current(dossier.call()).parameters().handOver().days();
        write(
                dossier,
                letter,
                own,
                letter.decides() ? ParisTime.dayOf(clock.instant()).plusDays(days) : null);
    }

    /** Acknowledges what came in then, by which day it had to be done (AR-02). See {@link #write}. */
    void acknowledge(DossierNumber number, Letter letter, Arrival arrival) {
        write(
                dossiers.get(number),
                letter,
                Map.of("receivedAt", arrival.shown()),
                WorkingDays.after(ParisTime.dayOf(arrival.receivedAt()), ACKNOWLEDGMENT_DAYS));
    }

    /** Writes a word to an officer, in the transaction of what it tells; it leaves after the commit, as letters do. */
    void tell(String account, String subject, String body) {
        database.persist(new StoredMessage(account, subject, body, clock.instant(), addresses.of(account), mailed));
    }

    /**
     * Writes a word to somebody who has no account, to an address that the operator has set; it leaves after the
     * commit, as letters do.
     */
    public void send(String address, String subject, String body) {
        database.persist(new StoredMessage(address, subject, body, clock.instant(), address, mailed));
    }

    private void write(DossierCase dossier, Letter letter, Map<String, String> own, @Nullable LocalDate dueOn) {
        var named = values.of(dossier);
        named.putAll(own);
        var template = templates.of(dossier, letter);
        var text = template.text().filled(named);
        var message = new Message(
                UUID.randomUUID(),
                letter,
                text.subject(),
                text.body(),
                clock.instant(),
                head.sender(dossier),
                head.addressee(dossier),
                head.signature(dossier, letter),
                dueOn);
        database.persist(new StoredMessage(
                dossier, message, template.version(), template.programme(), addresses.of(dossier), mailed));
    }
}
