package fr.ruche.dossier;

import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.document.Attachment;
import fr.ruche.document.Documents;
import fr.ruche.document.Upload;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Calls;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of a dossier: read by whoever may see the dossier, added and taken off while it is in the porteur's hands,
 * by the porteur or by the officer who registers what comes on paper.
 */
@Service
@Transactional
public class DossierDocuments {

    /** A file that the call did not ask for. */
    public static final String OTHER = "AUTRE";

    /** The paper that shows the bank account, which is no concern of those who give an opinion. */
    public static final String BANK = "RIB";

    private final DossierRegister register;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Calls calls;
    private final Timeline timeline;

    DossierDocuments(DossierRegister register, Dossiers dossiers, Documents documents, Calls calls, Timeline timeline) {
        this.register = register;
        this.dossiers = dossiers;
        this.documents = documents;
        this.calls = calls;
        this.timeline = timeline;
    }

    /**
     * Adds a file, or puts it in the place of another, which is kept.
     *
     * @param kind code of a paper of the call, or {@link #OTHER}
     * @throws fr.ruche.common.Rejected when the kind or the file is refused
     * @throws fr.ruche.common.Conflict when the dossier is not in the porteur's hands
     * @throws fr.ruche.common.NotFound when the dossier is not this person's
     */
    public Attachment add(DossierNumber number, String kind, Upload file, Actor by, @Nullable UUID replaces) {
        var dossier = forChange(number, by);
        requireKind(dossier, kind);
        var added = documents.add(number.value(), kind, file, by.username(), replaces);
        timeline.add(number, "DOCUMENT_ADDED", Sentences.of("document.line.added", added.fileName()), by);
        return added;
    }

    /** Takes a file off the list; it is kept. See {@link #add} for the refusals. */
    public void remove(DossierNumber number, UUID id, Actor by) {
        forChange(number, by);
        documents.remove(number.value(), id, by.username());
        var name = documents.get(number.value(), id).fileName();
        timeline.add(number, "DOCUMENT_REMOVED", Sentences.of("document.line.removed", name), by);
    }

    /** All files that this person may read, the replaced and removed ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> list(DossierNumber number, Actor reader) {
        dossiers.readableBy(reader, number);
        var outsider = dossiers.outsider(reader, number);
        return documents.history(number.value()).stream()
                .filter(file -> !outsider || !file.kind().equals(BANK))
                .toList();
    }

    /** One file with its bytes. */
    @Transactional(readOnly = true)
    public Content open(DossierNumber number, UUID id, Actor reader) {
        if (list(number, reader).stream().noneMatch(file -> file.id().equals(id))) {
            throw new NotFound(Sentences.of("file.none"));
        }
        return new Content(documents.get(number.value(), id), documents.content(number.value(), id));
    }

    private DossierCase forChange(DossierNumber number, Actor by) {
        return register.ofHolderOrPaper(number, by, Step.HOLDER).toCase();
    }

    private void requireKind(DossierCase dossier, String kind) {
        var known = OTHER.equals(kind)
                || calls.at(dossier.call(), dossier.callVersion()).parameters().documents().stream()
                        .anyMatch(paper -> paper.kind().equals(kind));
        if (!known) {
            throw Rejected.because("kind", "CHOICE", Sentences.of("document.kind.unknown"));
        }
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(Attachment file, byte[] bytes) {}
}
