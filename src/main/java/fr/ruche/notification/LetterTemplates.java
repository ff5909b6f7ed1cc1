package fr.ruche.notification;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts from which letters are written. A manager changes them; every version is kept, and a letter that was
 * written stays as it was.
 */
@Service
@Transactional
public class LetterTemplates {

    private final LetterTables tables;
    private final ShippedLetters shipped;
    private final LetterValues values;
    private final DecisionValues decisions;
    private final Letterhead head;
    private final LetterPages pages;
    private final Dossiers dossiers;
    private final Clock clock;

    LetterTemplates(
            LetterTables tables,
            ShippedLetters shipped,
            LetterValues values,
            DecisionValues decisions,
            Letterhead head,
            LetterPages pages,
            Dossiers dossiers,
            Clock clock) {
        this.tables = tables;
        this.shipped = shipped;
        this.values = values;
        this.decisions = decisions;
        this.head = head;
        this.pages = pages;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The texts in force. @throws Forbidden to anybody but managers and administrators */
    @Transactional(readOnly = true)
    public List<LetterTemplate> all(Actor reader) {
        requireReader(reader);
        return Arrays.stream(Letter.values()).map(this::current).toList();
    }

    /** Every text that the letter had, the latest first, the shipped one last. See {@link #all}. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> history(Letter letter, Actor reader) {
        requireReader(reader);
        return Stream.concat(tables.all(letter).stream().map(row -> template(letter, row)), Stream.of(atFirst(letter)))
                .toList();
    }

    /** The text that Ruche comes with. */
    public LetterText shipped(Letter letter) {
        return shipped.of(letter);
    }

    /**
     * Gives the letter another text.
     *
     * @param seen the version that the manager has changed
     * @throws Rejected when it is empty, names something else than {@link Letter#names}, or leaves out what it must
     *     hold
     * @throws Conflict when somebody else has changed it since
     */
    public LetterTemplate change(Letter letter, int seen, LetterText text, Actor manager) {
        requireManager(manager);
        Rejected.ifAny(text.faults(letter));
        return append(
                letter,
                seen,
                new LetterTables.Row(seen + 1, text.subject(), text.body(), manager.username(), clock.instant()));
    }

    /** Gives the letter the text again that Ruche comes with. See {@link #change}. */
    public LetterTemplate reset(Letter letter, int seen, Actor manager) {
        requireManager(manager);
        return append(letter, seen, new LetterTables.Row(seen + 1, null, null, manager.username(), clock.instant()));
    }

    /**
     * The letter as this dossier would get it now from this text; nothing is kept or sent. What the dossier does not
     * know yet stands in square brackets.
     *
     * @param dossier number of one that the reader may see
     * @throws Rejected as for {@link #change}, or when there is no such dossier
     */
    @Transactional(readOnly = true)
    public Message preview(Letter letter, LetterText text, String dossier, Actor reader) {
        requireReader(reader);
        Rejected.ifAny(text.faults(letter));
        var shown = seen(dossier, reader);
        var named = values.of(shown);
        named.putAll(decisions.last(shown));
        var arrival = shown.dossierArrival() == null ? shown.ficheArrival() : shown.dossierArrival();
        if (arrival != null) {
            named.put("receivedAt", arrival.shown());
        }
        letter.names().forEach(name -> named.putIfAbsent(name, "[" + meaning(name) + "]"));
        var filled = text.filled(named);
        return new Message(
                new UUID(0, 0),
                letter,
                filled.subject(),
                filled.body(),
                clock.instant(),
                head.sender(shown),
                head.addressee(shown),
                head.signature(shown, letter),
                null);
    }

    /** The same on paper. */
    @Transactional(readOnly = true)
    public byte[] previewPdf(Letter letter, LetterText text, String dossier, Actor reader) {
        return pages.print(preview(letter, text, dossier, reader), dossier.strip());
    }

    LetterTemplate current(Letter letter) {
        return tables.last(letter).map(row -> template(letter, row)).orElseGet(() -> atFirst(letter));
    }

    private LetterTemplate append(Letter letter, int seen, LetterTables.Row row) {
        var now = current(letter);
        if (now.version() != seen || !tables.append(letter, row)) {
            throw new Conflict(Sentences.of("letterText.stale"));
        }
        return current(letter);
    }

    private DossierCase seen(String number, Actor reader) {
        if (number.isBlank()) {
            throw Rejected.because("dossier", "REQUIRED", Sentences.of("letterText.dossier.required"));
        }
        try {
            return dossiers.visibleTo(reader, new DossierNumber(number.strip()));
        } catch (NotFound none) {
            throw Rejected.because("dossier", "DOSSIER", Sentences.of("letterText.dossier.none", number.strip()));
        }
    }

    private LetterTemplate template(Letter letter, LetterTables.Row row) {
        var own = row.subject() != null && row.body() != null ? new LetterText(row.subject(), row.body()) : null;
        var text = own == null ? shipped.of(letter) : own;
        return new LetterTemplate(
                letter,
                row.version(),
                text.subject(),
                text.body(),
                own == null,
                row.changedBy(),
                row.changedAt(),
                names(letter));
    }

    private LetterTemplate atFirst(Letter letter) {
        var text = shipped.of(letter);
        return new LetterTemplate(letter, 0, text.subject(), text.body(), true, null, null, names(letter));
    }

    private static List<LetterTemplate.Name> names(Letter letter) {
        return Stream.concat(letter.required().stream(), letter.names().stream())
                .distinct()
                .map(name -> new LetterTemplate.Name(
                        name, meaning(name), letter.required().contains(name)))
                .toList();
    }

    private static String meaning(String name) {
        return Sentences.of("letterName." + name);
    }

    private static void requireReader(Actor reader) {
        if (!reader.is(Role.MANAGER) && !reader.is(Role.ADMINISTRATOR)) {
            throw new Forbidden(Sentences.of("letterText.forbidden"));
        }
    }

    private static void requireManager(Actor actor) {
        if (!actor.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("letterText.forbidden"));
        }
    }
}
