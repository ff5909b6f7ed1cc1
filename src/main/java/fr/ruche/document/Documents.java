package fr.ruche.document;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files attached to a dossier, which is known here only by its number. Who may read or change them is for the module of
 * the dossier to say.
 */
@Service
@Transactional
@EnableConfigurationProperties(FileLimits.class)
public class Documents {

    private final EntityManager database;
    private final Register register;
    private final Contents contents;
    private final FileChecks checks;
    private final FileLimits limits;
    private final Clock clock;

    Documents(
            EntityManager database,
            Register register,
            Contents contents,
            FileChecks checks,
            FileLimits limits,
            Clock clock) {
        this.database = database;
        this.register = register;
        this.contents = contents;
        this.checks = checks;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @param owner number of the dossier
     * @param replaces a current file of the same owner that this one takes the place of; it is kept
     * @throws Rejected when the file is empty, too large, not of an accepted type, not what its name says, or one too
     *     many
     */
    public Attachment add(String owner, String kind, Upload upload, String by, @Nullable UUID replaces) {
        var file = checks.check(upload);
        checkQuota(register.findByOwnerOrderByAddedAt(owner), file);
        if (replaces != null) {
            current(owner, replaces).end(Attachment.State.REPLACED, by, clock.instant());
        }
        var document = new Document(owner, kind, file, replaces, by, clock.instant());
        database.persist(document);
        database.persist(new DocumentContent(document.id(), file.content()));
        return document.toAttachment();
    }

    /** The files that stand now, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(String owner) {
        return history(owner).stream()
                .filter(file -> file.state() == Attachment.State.CURRENT)
                .toList();
    }

    /** All files there ever were, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> history(String owner) {
        return register.findByOwnerOrderByAddedAt(owner).stream()
                .map(Document::toAttachment)
                .toList();
    }

    /** The kinds of which there is a current file. */
    @Transactional(readOnly = true)
    public Set<String> kinds(String owner) {
        return of(owner).stream().map(Attachment::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws NotFound when this owner has no such file */
    @Transactional(readOnly = true)
    public Attachment get(String owner, UUID id) {
        return document(owner, id).toAttachment();
    }

    /** The bytes. @throws NotFound when this owner has no such file */
    @Transactional(readOnly = true)
    public byte[] content(String owner, UUID id) {
        return contents.getReferenceById(document(owner, id).id()).content();
    }

    /** Takes a file off the list; it is kept. @throws Conflict when it is not current any more */
    public void remove(String owner, UUID id, String by) {
        current(owner, id).end(Attachment.State.REMOVED, by, clock.instant());
    }

    private Document current(String owner, UUID id) {
        var document = document(owner, id);
        if (!document.current()) {
            throw new Conflict(Sentences.of("file.ended"));
        }
        return document;
    }

    private Document document(String owner, UUID id) {
        return register.findById(id)
                .filter(document -> document.belongsTo(owner))
                .orElseThrow(() -> new NotFound(Sentences.of("file.none")));
    }

    private void checkQuota(List<Document> known, CheckedFile file) {
        if (known.size() >= limits.maxCount()) {
            throw Rejected.because("file", "FILE_COUNT", Sentences.of("file.count", String.valueOf(limits.maxCount())));
        }
        var total = known.stream().mapToLong(d -> d.toAttachment().size()).sum() + file.content().length;
        if (total > limits.maxTotal().toBytes()) {
            throw Rejected.because(
                    "file",
                    "FILE_TOTAL",
                    Sentences.of("file.total", String.valueOf(limits.maxTotal().toMegabytes())));
        }
    }
}
