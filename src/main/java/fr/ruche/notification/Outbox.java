package fr.ruche.notification;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows whose e-mail has not left. Each method is a transaction of its own: none is open while a server is asked.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Outbox {

    private final StoredMessages messages;
    private final Addresses addresses;
    private final Dossiers dossiers;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(StoredMessages messages, Addresses addresses, Dossiers dossiers, MailSettings settings, Clock clock) {
        this.messages = messages;
        this.addresses = addresses;
        this.dossiers = dossiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes one that is due, the longest due first; another node of Ruche takes another. */
    Optional<Mail> take() {
        var now = clock.instant();
        return messages.findDue(now).map(message -> {
            message.taken(now, settings);
            return message.toMail();
        });
    }

    void sent(UUID id) {
        messages.findById(id).ifPresent(message -> message.sent(clock.instant()));
    }

    /** To be tried again after the pause, or given up after the last attempt. */
    void refused(Mail mail, String why) {
        messages.findById(mail.id()).ifPresent(message -> {
            if (mail.attempts() >= settings.attempts()) {
                message.failed(why);
            } else {
                message.refused(why);
            }
        });
    }

    /** No further attempt can succeed. */
    void failed(UUID id, String why) {
        messages.findById(id).ifPresent(message -> message.failed(why));
    }

    /** Those given up, and those that failed at least once and are being tried again; the oldest first. */
    List<Undelivered> undelivered() {
        return messages.findUndelivered().stream()
                .map(StoredMessage::toUndelivered)
                .toList();
    }

    /** Tries again from the start what was given up. @return it; empty for any other */
    Optional<Undelivered> again(UUID id) {
        return messages.findById(id)
                .filter(message -> message.state() == StoredMessage.State.FAILED)
                .map(message -> {
                    message.again(clock.instant(), address(message));
                    return message.toUndelivered();
                });
    }

    private @Nullable String address(StoredMessage message) {
        if (message.dossier() != null) {
            return addresses.of(dossiers.get(new DossierNumber(message.dossier())));
        }
        var recipient = message.recipient();
        if (recipient == null) {
            return null;
        }
        return recipient.contains("@") ? recipient : addresses.of(recipient);
    }
}
