package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.document.Attachment;
import fr.ruche.document.Documents;
import fr.ruche.document.Upload;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approved minutes as they were signed on paper and scanned. Every copy is kept; the last one counts. */
@Service
@Transactional
public class SignedMinutes {

    private static final String KIND = "SIGNED_MINUTES";

    private final JurySessions sessions;
    private final Documents documents;

    SignedMinutes(JurySessions sessions, Documents documents) {
        this.sessions = sessions;
        this.documents = documents;
    }

    /**
     * Keeps a signed copy, a PDF file, in place of the one before.
     *
     * @throws Rejected naming what is wrong with the file
     * @throws Conflict before the minutes are approved
     * @throws Forbidden when not a manager
     */
    public void keep(UUID session, Upload file, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("jury.session.forbidden"));
        }
        if (sessions.visibleTo(by, session).minutesSha256() == null) {
            throw new Conflict(Sentences.of("jury.minutes.unapproved"));
        }
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw Rejected.because("file", "FILE_TYPE", Sentences.of("jury.minutes.signedPdf"));
        }
        var before = current(session).map(Attachment::id).orElse(null);
        documents.add(session.toString(), KIND, file, by.username(), before);
    }

    /** The last signed copy, for whoever may see the session. */
    @Transactional(readOnly = true)
    public Optional<Attachment> of(UUID session, Actor reader) {
        return current(sessions.visibleTo(reader, session).id());
    }

    /** @throws NotFound when there is no signed copy */
    @Transactional(readOnly = true)
    public byte[] open(UUID session, Actor reader) {
        var copy = of(session, reader).orElseThrow(() -> new NotFound(Sentences.of("jury.minutes.unsigned")));
        return documents.content(session.toString(), copy.id());
    }

    private Optional<Attachment> current(UUID session) {
        return documents.of(session.toString()).stream()
                .filter(copy -> copy.state() == Attachment.State.CURRENT)
                .findFirst();
    }
}
