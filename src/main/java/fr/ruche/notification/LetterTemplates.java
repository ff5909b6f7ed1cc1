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
import fr.ruche.notification.LetterTemplate.Source;
import fr.ruche.programme.Calls;
import fr.ruche.workshop.Programmes;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts from which letters are written: that of the programme of the dossier, else that of all programmes. A
 * manager changes them; every version is kept, and a letter that was written stays as it was. A programme is named by
 * its code, null stands for all; one that is not in service is {@link NotFound}.
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
    private final Calls calls;
    private final Programmes programmes;
    private final Clock clock;

    LetterTemplates(
            LetterTables tables,
            ShippedLetters shipped,
            LetterValues values,
            DecisionValues decisions,
            Letterhead head,
            LetterPages pages,
            Dossiers dossiers,
            Calls calls,
            Programmes programmes,
            Clock clock) {
        this.tables = tables;
        this.shipped = shipped;
        this.values = values;
        this.decisions = decisions;
        this.head = head;
        this.pages = pages;
        this.dossiers = dossiers;
        this.calls = calls;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The texts in force. @throws Forbidden to anybody but managers and administrators */
    @Transactional(readOnly = true)
    public List<LetterTemplate> all(@Nullable String programme, Actor reader) {
        requireReader(reader);
        requireKnown(programme);
        return Arrays.stream(Letter.values())
                .map(letter -> current(programme, letter))
                .toList();
    }

    /** Those texts of this letter that programmes have for themselves, instead of that of all. See {@link #all}. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> ofProgrammes(Letter letter, Actor reader) {
        requireReader(reader);
        return programmes.all().stream()
                .map(one -> current(one.code(), letter))
                .filter(LetterTemplate::own)
                .toList();
    }

    /** Every text that the letter had, the latest first, last the one that holds without them. See {@link #all}. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> history(@Nullable String programme, Letter letter, Actor reader) {
        requireReader(reader);
        requireKnown(programme);
        return Stream.concat(
                        tables.all(programme, letter).stream().map(row -> template(programme, letter, row)),
                        Stream.of(template(programme, letter, null)))
                .toList();
    }

    /** The text that a reset brings back: that of all programmes, or the one that Ruche comes with. */
    @Transactional(readOnly = true)
    public LetterText beneath(@Nullable String programme, Letter letter) {
        return programme == null ? shipped.of(letter) : current(null, letter).text();
    }

    /**
     * Gives the letter another text.
     *
     * @param seen the version that the manager has changed
     * @throws Rejected when it is empty, names something else than {@link Letter#names}, or leaves out what it must
     *     hold
     * @throws Conflict when somebody else has changed it since
     */
    public LetterTemplate change(@Nullable String programme, Letter letter, int seen, LetterText text, Actor manager) {
        requireManager(manager);
        requireKnown(programme);
        Rejected.ifAny(text.faults(letter));
        return append(programme, letter, seen, text, manager);
    }

    /** Gives the letter the text again that {@link #beneath} tells. See {@link #change}. */
    public LetterTemplate reset(@Nullable String programme, Letter letter, int seen, Actor manager) {
        requireManager(manager);
        requireKnown(programme);
        return append(programme, letter, seen, null, manager);
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

    /** What is written to this dossier. */
    LetterTemplate of(DossierCase dossier, Letter letter) {
        var process =
                calls.at(dossier.call(), dossier.callVersion()).parameters().process();
        return programmes
                .ofProcess(process)
                .map(programme -> current(programme, letter))
                .filter(LetterTemplate::own)
                .orElseGet(() -> current(null, letter));
    }

    LetterTemplate current(@Nullable String programme, Letter letter) {
        return template(programme, letter, tables.last(programme, letter).orElse(null));
    }

    private LetterTemplate append(
            @Nullable String programme, Letter letter, int seen, @Nullable LetterText text, Actor manager) {
        var row = new LetterTables.Row(seen + 1, text, false, manager.username(), clock.instant());
        if (current(programme, letter).version() != seen || !tables.append(programme, letter, row)) {
            throw new Conflict(Sentences.of("letterText.stale"));
        }
        return current(programme, letter);
    }

    private void requireKnown(@Nullable String programme) {
        if (programme != null
                && programmes.all().stream().noneMatch(one -> one.code().equals(programme))) {
            throw new NotFound(Sentences.of("letterText.programme", programme));
        }
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

    /** @param row null for what holds as long as nobody has changed it there */
    private LetterTemplate template(@Nullable String programme, Letter letter, LetterTables.@Nullable Row row) {
        var own = row == null ? null : row.text();
        var text = own == null ? beneath(programme, letter) : own;
        return new LetterTemplate(
                letter,
                programme,
                row == null ? 0 : row.version(),
                text.subject(),
                text.body(),
                source(programme, letter, own != null),
                row != null && row.stated(),
                row == null ? null : row.changedBy(),
                row == null ? null : row.changedAt(),
                names(letter));
    }

    private Source source(@Nullable String programme, Letter letter, boolean own) {
        if (programme == null) {
            return own ? Source.COMMON : Source.SHIPPED;
        }
        return own ? Source.PROGRAMME : current(null, letter).source();
    }

    static List<LetterTemplate.Name> names(Letter letter) {
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
