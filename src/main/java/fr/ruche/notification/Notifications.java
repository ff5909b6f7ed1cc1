package fr.ruche.notification;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages to the porteurs. */
@Service
@Transactional
public class Notifications {

    private final Dossiers dossiers;
    private final StoredMessages messages;
    private final Letters letters;
    private final LetterValues values;
    private final Clock clock;

    Notifications(Dossiers dossiers, StoredMessages messages, Letters letters, LetterValues values, Clock clock) {
        this.dossiers = dossiers;
        this.messages = messages;
        this.letters = letters;
        this.values = values;
        this.clock = clock;
    }

    /** The messages about a dossier, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> of(DossierNumber dossier) {
        return messages.findByDossierOrderByWrittenAt(dossier.value()).stream()
                .map(StoredMessage::toMessage)
                .toList();
    }

    /** Writes a letter to the porteur, in the transaction of what it tells. */
    void write(DossierNumber number, Letter letter, Map<String, String> own) {
        var dossier = dossiers.get(number);
        var named = values.of(dossier);
        named.putAll(own);
        var text = letters.write(letter, named);
        messages.save(new StoredMessage(dossier, new Message(letter, text.subject(), text.body(), clock.instant())));
    }
}
