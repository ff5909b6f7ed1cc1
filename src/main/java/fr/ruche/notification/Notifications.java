package fr.ruche.notification;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages to the porteurs. */
@Service
@Transactional
public class Notifications {

    private final Dossiers dossiers;
    private final StoredMessages messages;
    private final LetterTemplates templates;
    private final LetterValues values;
    private final Letterhead head;
    private final LetterPages pages;
    private final LetterPdfs files;
    private final Addresses addresses;
    private final Outbox outbox;
    private final Clock clock;
    private final boolean mailed;

    Notifications(
            Dossiers dossiers,
            StoredMessages messages,
            LetterTemplates templates,
            LetterValues values,
            Letterhead head,
            LetterPages pages,
            LetterPdfs files,
            Addresses addresses,
            Outbox outbox,
            Clock clock,
            @Value("${spring.mail.host:}") String server) {
        this.dossiers = dossiers;
        this.messages = messages;
        this.templates = templates;
        this.values = values;
        this.head = head;
        this.pages = pages;
        this.files = files;
        this.addresses = addresses;
        this.outbox = outbox;
        this.clock = clock;
        this.mailed = !server.isBlank();
    }

    /** The messages about a dossier, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> of(DossierNumber dossier) {
        return messages.findByDossierOrderByWrittenAt(dossier.value()).stream()
                .map(StoredMessage::toMessage)
                .toList();
    }

    /**
     * A letter as a PDF file: made when it is first asked for, kept from then on, the same whoever asks.
     *
     * @throws NotFound when the dossier has no such letter
     */
    public LetterFile pdf(DossierNumber dossier, UUID id) {
        var letter = messages.findById(id)
                .filter(message -> message.isOf(dossier.value()))
                .map(StoredMessage::toMessage)
                .orElseThrow(() -> new NotFound(Sentences.of("letter.none")));
        var kept = files.findById(id).orElseGet(() -> make(letter, dossier));
        return new LetterFile(
                Sentences.of("letter.file", dossier.value(), Sentences.of("letter." + letter.letter())),
                kept.content());
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

    /** The e-mails that were given up, and those that failed and are tried again; the oldest first, 500 at most. */
    public List<Undelivered> undelivered() {
        return outbox.undelivered();
    }

    /** Sends again an e-mail that was given up, to the address that is known now; any other is left as it is. */
    public void sendAgain(UUID id) {
        outbox.again(id);
    }

    /** Writes a letter to the porteur, in the transaction of what it tells; its e-mail leaves after the commit. */
    void write(DossierNumber number, Letter letter, Map<String, String> own) {
        var dossier = dossiers.get(number);
        var named = values.of(dossier);
        named.putAll(own);
        var template = templates.current(letter);
        var text = template.text().filled(named);
        var message = new Message(
                UUID.randomUUID(),
                letter,
                text.subject(),
                text.body(),
                clock.instant(),
                head.sender(dossier),
                head.addressee(dossier));
        messages.save(new StoredMessage(dossier, message, template.version(), addresses.of(dossier), mailed));
    }
}
