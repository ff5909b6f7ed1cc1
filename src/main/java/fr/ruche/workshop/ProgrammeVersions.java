package fr.ruche.workshop;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Fault;
import fr.ruche.common.Held;
import fr.ruche.common.NotFound;
import fr.ruche.common.Overtaken;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.review.Limits;
import fr.ruche.review.Review;
import fr.ruche.workflow.Publications;
import fr.ruche.workshop.VersionTables.FileRow;
import fr.ruche.workshop.VersionTables.PenRow;
import fr.ruche.workshop.VersionTables.VersionRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programmes as versions of a bundle of files: read, drafted and written. Modellers write, managers and administrators
 * read, nobody else comes in; each change leaves a fact in the journal. What becomes of a version afterwards is said by
 * {@link Approvals}.
 */
@Service
public class ProgrammeVersions {

    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    private final VersionTables tables;
    private final RequestTables requests;
    private final Publications publications;
    private final Examination examination;
    private final Actors actors;
    private final Limits limits;
    private final Starters starters;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration pen;

    /** @param pen how long a file stays in the hand of who edits it, if nothing more is heard */
    ProgrammeVersions(
            VersionTables tables,
            RequestTables requests,
            Publications publications,
            Examination examination,
            Actors actors,
            Limits limits,
            Starters starters,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${ruche.workshop.pen:PT5M}") Duration pen) {
        this.tables = tables;
        this.requests = requests;
        this.publications = publications;
        this.examination = examination;
        this.actors = actors;
        this.limits = limits;
        this.starters = starters;
        this.events = events;
        this.clock = clock;
        this.pen = pen;
    }

    /** How many bytes a file may have. */
    public int most() {
        return limits.fileBytes();
    }

    /** All programmes by their code. @throws Forbidden for whoever may not read, as everywhere here */
    @Transactional(readOnly = true)
    public List<ProgrammeView> programmes(Actor by) {
        Door.mayRead(by);
        var people = new People(actors);
        return tables.programmes().stream()
                .map(one -> new ProgrammeView(
                        one.code(),
                        one.name(),
                        tables.versions(one.code()).stream()
                                .filter(version -> version.state() != VersionState.DISCARDED)
                                .map(version -> line(version, people))
                                .toList()))
                .toList();
    }

    /** @throws NotFound when there is no such programme */
    @Transactional(readOnly = true)
    public ProgrammeView programme(String code, Actor by) {
        return programmes(by).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknownProgramme(code));
    }

    /** @throws NotFound when there is no such version, as everywhere here */
    @Transactional(readOnly = true)
    public VersionView get(UUID version, Actor by) {
        Door.mayRead(by);
        return view(tables.find(version).orElseThrow(ProgrammeVersions::unknown), by);
    }

    /** Content by bare file name: all that the version consists of. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> files(UUID version, Actor by) {
        Door.mayRead(by);
        if (tables.find(version).isEmpty()) {
            throw unknown();
        }
        return tables.contents(version);
    }

    /**
     * One file with what it holds.
     *
     * @throws NotFound when the version has none of this name
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FileContent file(UUID version, String name, Actor by) {
        var view = get(version, by)
                .file(name)
                .orElseThrow(() -> new NotFound(Sentences.of("workshop.file.unknown", Bundle.shown(name))));
        return new FileContent(view, tables.content(version, name).orElseThrow());
    }

    /** @param bytes as they were written */
    public record FileContent(FileView file, byte[] bytes) {}

    /** What the gate would say of the version as it is, and what is wrong with its parameters and letters. */
    @Transactional(readOnly = true)
    public Review review(UUID version, Actor by) {
        Door.mayRead(by);
        var row = tables.find(version).orElseThrow(ProgrammeVersions::unknown);
        return examination.of(row.programme(), tables.contents(version)).told();
    }

    /**
     * Makes a programme with an empty draft.
     *
     * @param code name of its folders: small letters, digits and dashes
     * @param name what people call it
     * @throws Rejected naming {@code code} and {@code name} when they are missing or taken
     */
    @Transactional
    public VersionView create(String code, String name, Actor by) {
        Door.mayEdit(by);
        var faults = new ArrayList<Fault>();
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            faults.add(new Fault("code", "CODE", Sentences.of("workshop.code.wrong", Bundle.shown(code))));
        }
        var named = name.strip();
        if (named.isEmpty() || named.length() > 200) {
            faults.add(new Fault("name", "REQUIRED", Sentences.of("workshop.name.wrong")));
        }
        Rejected.ifAny(faults);
        if (!tables.add(code, named, code, by.username(), clock.instant())) {
            throw Rejected.because("code", "TAKEN", Sentences.of("workshop.code.taken", code));
        }
        tell(code, "MODEL_PROGRAMME_CREATED", "workshop.deed.created", named);
        return draft(code, null, by);
    }

    /**
     * Makes a draft.
     *
     * @param from the version it begins with; null for the one that is in service, or for nothing when none is
     * @throws NotFound when there is no such programme, or no such version of it
     */
    @Transactional
    public VersionView draft(String programme, @Nullable UUID from, Actor by) {
        Door.mayEdit(by);
        return view(open(programme, from, Origin.WORKSHOP, by), by);
    }

    /** The same as {@link #draft}, of any origin. */
    VersionRow open(String programme, @Nullable UUID from, Origin origin, Actor by) {
        if (tables.holdProgramme(programme).isEmpty()) {
            throw unknownProgramme(programme);
        }
        var basis = from == null
                ? tables.inService(programme).orElse(null)
                : tables.find(from)
                        .filter(found -> found.programme().equals(programme))
                        .orElseThrow(ProgrammeVersions::unknown);
        var id = tables.open(programme, origin, basis == null ? null : basis.id(), "", by.username(), clock.instant());
        if (basis != null && origin != Origin.IMPORTED) {
            tables.copy(basis.id(), id);
            if (!basis.state().served()) {
                tables.inherit(basis.id(), id);
            }
        }
        var made = tables.find(id).orElseThrow();
        if (basis == null) {
            tell(made, "MODEL_DRAFTED", "workshop.deed.drafted.empty");
        } else {
            tell(made, "MODEL_DRAFTED", "workshop.deed.drafted." + origin.name(), basis.number());
        }
        return made;
    }

    /**
     * Writes a file.
     *
     * @param name bare; a new one when the version has none of this name
     * @param revision the one that was read, 0 for a new file
     * @return its new revision
     * @throws Overtaken when somebody changed it meanwhile
     * @throws Held when somebody else edits it
     * @throws Conflict when the version is no draft any more
     * @throws Rejected for a name that no file may have, and for more than a bundle may hold
     */
    @Transactional
    public int write(UUID version, String name, byte[] content, int revision, Actor by) {
        Door.mayEdit(by);
        var held = openVersion(version);
        Rejected.ifAny(Bundle.refusal(name, content.length, limits).stream().toList());
        expect(held, name, revision, by);
        if (tables.content(version, name)
                .filter(now -> Arrays.equals(now, content))
                .isPresent()) {
            return revision;
        }
        var sizes = new HashMap<String, Integer>();
        tables.files(version).forEach(file -> sizes.put(file.name(), file.size()));
        sizes.put(name, content.length);
        Rejected.ifAny(Bundle.refusals(sizes, limits));
        var next = changed(held, name, "MODEL_WRITTEN", by);
        tables.put(version, name, content, next, by.username(), clock.instant());
        return next;
    }

    /**
     * Adds a file with what every file of its kind begins with, ready to be edited.
     *
     * @param stem its name without the ending of its kind
     * @return its name
     * @throws Rejected naming {@code stem} when no file of this kind may be called so, or one is
     * @throws Conflict when the version is no draft any more
     */
    @Transactional
    public String begin(UUID version, FileKind kind, String stem, Actor by) {
        Door.mayEdit(by);
        var held = openVersion(version);
        var name = stem.strip() + kind.ending();
        Bundle.refusal(name, 0, limits).ifPresent(fault -> {
            throw Rejected.because("stem", fault.rule(), fault.message());
        });
        if (tables.file(version, name).isPresent()) {
            throw Rejected.because("stem", "TAKEN", Sentences.of("workshop.begin.taken", name));
        }
        write(version, name, starters.of(kind, stem.strip(), held.programmeName(), diagram(version)), 0, by);
        return name;
    }

    private String diagram(UUID version) {
        return tables.files(version).stream()
                .flatMap(file -> FileKind.BPMN.stem(file.name()).stream())
                .findFirst()
                .orElse(Starters.NO_DIAGRAM);
    }

    /**
     * Writes files that were made elsewhere, each over the one that was there when the draft was looked at; all or
     * none.
     *
     * @param seen revision of the version as it was then
     * @throws Overtaken when one of them was changed since; otherwise refuses as {@link #write} does
     */
    @Transactional
    public void put(UUID version, Map<String, byte[]> files, int seen, Actor by) {
        Door.mayEdit(by);
        openVersion(version);
        files.forEach((name, content) -> {
            var revision = tables.file(version, name)
                    .map(file -> Math.min(file.revision(), seen))
                    .orElse(0);
            write(version, name, content, revision, by);
        });
    }

    /** Takes a file out of a draft; refuses as {@link #write} does. */
    @Transactional
    public void remove(UUID version, String name, int revision, Actor by) {
        Door.mayEdit(by);
        var held = openVersion(version);
        if (expect(held, name, revision, by).isEmpty()) {
            throw new NotFound(Sentences.of("workshop.file.unknown", name));
        }
        changed(held, name, "MODEL_REMOVED", by);
        tables.remove(version, name);
    }

    /** The version as a zip file, with the folders in which a programme lies. */
    @Transactional(readOnly = true)
    public byte[] zip(UUID version, Actor by) {
        Door.mayRead(by);
        return Archives.write(tables.find(version).orElseThrow(ProgrammeVersions::unknown), tables.contents(version));
    }

    /**
     * Makes a draft of what a zip file holds, and of nothing else.
     *
     * @param archive with the folders in which a programme lies, {@code bpmn/<programme>/} …
     * @throws Rejected with a sentence for each file that a programme cannot have; nothing is kept then
     */
    @Transactional
    public VersionView bring(String programme, byte[] archive, Actor by) {
        Door.mayEdit(by);
        var files = Archives.read(archive, programme, limits);
        var made = open(programme, null, Origin.IMPORTED, by);
        var now = clock.instant();
        files.forEach((name, content) -> tables.put(made.id(), name, content, 1, by.username(), now));
        return view(made, by);
    }

    /** Says what a draft is for. @throws Conflict when the version is no draft any more */
    @Transactional
    public void comment(UUID version, String comment, Actor by) {
        Door.mayEdit(by);
        openVersion(version);
        if (comment.length() > 2_000) {
            throw Rejected.because("comment", "LENGTH", Sentences.of("workshop.text.long", 2_000));
        }
        tables.comment(version, comment.strip());
    }

    /**
     * Takes the pen of a file, or holds it for longer: others are refused meanwhile.
     *
     * @param take takes it out of somebody else's hand, who is told with the next save
     * @throws Held when somebody else has it
     * @throws Conflict when the version is no draft any more
     */
    @Transactional
    public Pen takePen(UUID version, String name, boolean take, Actor by) {
        Door.mayEdit(by);
        openVersion(version);
        Rejected.ifAny(Bundle.refusal(name, 0, limits).stream().toList());
        if (!take) {
            refuseHeld(version, name, by);
        }
        var until = clock.instant().plus(pen);
        tables.take(version, name, by.username(), until);
        return new Pen(by.displayName(), until, true);
    }

    /** Puts the pen of a file down; nothing happens when somebody else has it. */
    @Transactional
    public void putPenDown(UUID version, String name, Actor by) {
        Door.mayEdit(by);
        tables.putDown(version, name, by.username());
    }

    /** Changes what is not a file any more: it is a draft again, and what was asked for is void. */
    int changed(VersionRow version, String name, String action, Actor by) {
        var now = clock.instant();
        requests.current(version.id()).ifPresent(request -> {
            requests.decide(request.id(), ApprovalRequest.State.VOIDED, null, by.username(), now);
            tell(version, "MODEL_REQUEST_VOIDED", "workshop.deed.voided");
        });
        if (tables.changed(version.id(), name, by.username(), now, now.minus(TOLD_EVERY))
                || !action.equals("MODEL_WRITTEN")) {
            tell(version, action, "workshop.deed." + action, name);
        }
        return tables.change(version.id());
    }

    /** Held until the end of the transaction. */
    VersionRow openVersion(UUID id) {
        var version = tables.hold(id).orElseThrow(ProgrammeVersions::unknown);
        if (!version.state().open()) {
            throw new Conflict(Sentences.of("workshop.state." + version.state(), version.number()));
        }
        return version;
    }

    private Optional<FileRow> expect(VersionRow version, String name, int revision, Actor by) {
        refuseHeld(version.id(), name, by);
        var before = tables.file(version.id(), name);
        if (before.isEmpty() && revision != 0) {
            throw new Conflict(Sentences.of("workshop.file.gone", name));
        }
        before.filter(file -> file.revision() != revision).ifPresent(file -> {
            var who = new People(actors).name(file.changedBy());
            throw new Overtaken(Sentences.of("workshop.file.overtaken", name, who), who, file.changedAt());
        });
        return before;
    }

    private void refuseHeld(UUID version, String name, Actor by) {
        tables.pen(version, name)
                .filter(held -> held.held(clock.instant()) && !held.holder().equals(by.username()))
                .ifPresent(held -> {
                    var who = new People(actors).name(held.holder());
                    throw new Held(Sentences.of("workshop.pen.held", name, who), who, held.until());
                });
    }

    VersionView view(VersionRow version, Actor by) {
        var people = new People(actors);
        var now = clock.instant();
        return new VersionView(
                version.id(),
                version.programme(),
                version.programmeName(),
                version.number(),
                version.state(),
                version.origin(),
                version.basis(),
                version.basisNumber(),
                version.comment(),
                version.revision(),
                people.name(version.createdBy()),
                version.createdAt(),
                tables.files(version.id()).stream()
                        .map(file -> file(file, people, now, by))
                        .toList(),
                requests.of(version.id()).stream()
                        .map(request -> request(request, people))
                        .toList(),
                people.nameOf(version.publishedBy()),
                version.publishedAt(),
                version.publishAt(),
                people.nameOf(version.publishBy()),
                version.publishFailure(),
                version.deployment(),
                version.deployment() == null ? List.of() : publications.of(version.deployment()));
    }

    private static FileView file(FileRow file, People people, Instant now, Actor by) {
        return new FileView(
                file.name(),
                FileKind.of(file.name()).orElseThrow(),
                file.revision(),
                file.size(),
                people.name(file.changedBy()),
                file.changedAt(),
                pen(file.pen(), people, now, by));
    }

    private static @Nullable Pen pen(@Nullable PenRow pen, People people, Instant now, Actor by) {
        return pen == null || !pen.held(now)
                ? null
                : new Pen(people.name(pen.holder()), pen.until(), pen.holder().equals(by.username()));
    }

    private static ApprovalRequest request(RequestTables.RequestRow request, People people) {
        return new ApprovalRequest(
                request.id(),
                request.state(),
                request.message(),
                people.name(request.askedBy()),
                request.askedAt(),
                people.nameOf(request.decidedBy()),
                request.decidedAt(),
                request.reason());
    }

    private static VersionLine line(VersionRow version, People people) {
        return new VersionLine(
                version.id(),
                version.programme(),
                version.number(),
                version.state(),
                version.origin(),
                version.basis(),
                version.comment(),
                people.name(version.createdBy()),
                version.createdAt(),
                version.publishedAt(),
                version.publishAt(),
                version.request());
    }

    void tell(VersionRow version, String action, String sentence, Object... more) {
        var words = new Object[more.length + 1];
        words[0] = String.valueOf(version.number());
        System.arraycopy(more, 0, words, 1, more.length);
        tell(version.programme(), action, sentence, words);
    }

    private void tell(String programme, String action, String sentence, Object... words) {
        events.publishEvent(new Deed(Deed.Domain.RULE, programme, action, Sentences.of(sentence, words)));
    }

    static NotFound unknown() {
        return new NotFound(Sentences.of("workshop.version.unknown"));
    }

    private static NotFound unknownProgramme(String code) {
        return new NotFound(Sentences.of("workshop.programme.unknown", Bundle.shown(code)));
    }
}
