package fr.ruche.trial;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.PastDossiers;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Calls;
import fr.ruche.trial.Replay.State;
import fr.ruche.workshop.ProgrammeVersions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Past calls, replayed with a version: which dossiers would have ended otherwise, and why. It is done in the
 * background, can be stopped and continued, and its result is kept with the version.
 *
 * <p>Modellers and managers begin one; who reads versions reads it. A dossier from which the reader is kept by a
 * conflict of interest is left out, of the figures too. Only a manager, who sees dossiers anyway, reads their titles;
 * others read numbers, steps, exits and rows, which name nobody.
 */
@Service
public class Replays {

    /** How many lines are read at once. */
    public static final int LINES = 200;

    private static final Pattern FACT = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=\\s*([\\w-]+)\\s*");
    private static final Pattern STEP = Pattern.compile("[A-Za-z_][\\w-]{0,99}");

    private final ReplayTables tables;
    private final ProgrammeVersions versions;
    private final PastDossiers past;
    private final Dossiers dossiers;
    private final Recusals recusals;
    private final Calls calls;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replays(
            ReplayTables tables,
            ProgrammeVersions versions,
            PastDossiers past,
            Dossiers dossiers,
            Recusals recusals,
            Calls calls,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.versions = versions;
        this.past = past;
        this.dossiers = dossiers;
        this.recusals = recusals;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins to replay the dossiers of a call.
     *
     * @param call its code
     * @param defaults by the id of a step, what is answered there where nobody ever did: {@code fact=value, …}, or
     *     nothing for a step that makes nothing known
     * @throws Forbidden for whoever is neither a modeller nor a manager
     * @throws Rejected naming {@code call} or {@code defaults}
     */
    @Transactional
    public UUID start(UUID version, String call, Map<String, String> defaults, Actor by) {
        var replayed = versions.get(version, by);
        mustBegin(by);
        var faults = new ArrayList<Fault>();
        if (calls.all().stream().noneMatch(one -> one.code().equals(call))) {
            faults.add(new Fault("call", "REQUIRED", Sentences.of("replay.call.required")));
        }
        try {
            answers(defaults);
        } catch (Rejected wrong) {
            faults.addAll(wrong.faults());
        }
        Rejected.ifAny(faults);
        var numbers = past.of(call);
        if (numbers.isEmpty()) {
            throw Rejected.because("call", "EMPTY", Sentences.of("replay.call.empty", call));
        }
        var id = UUID.randomUUID();
        tables.open(id, version, replayed.revision(), call, defaults, numbers, by.username(), clock.instant());
        tell(replayed.programme(), "MODEL_REPLAYED", "replay.deed.begun", replayed.number(), call);
        events.publishEvent(new ReplayStarted(id));
        return id;
    }

    /** What is written of a default, as facts. @throws Rejected naming {@code defaults} */
    static Map<String, Map<String, Object>> answers(Map<String, String> defaults) {
        var answers = new LinkedHashMap<String, Map<String, Object>>();
        defaults.forEach((step, written) -> {
            var facts = new LinkedHashMap<String, Object>();
            for (var part : written.split(",")) {
                var fact = FACT.matcher(part);
                if (fact.matches()) {
                    facts.put(fact.group(1), fact.group(2));
                } else if (!part.isBlank() || !STEP.matcher(step).matches()) {
                    throw Rejected.because("defaults", "FORMAT", Sentences.of("replay.defaults.wrong", part.strip()));
                }
            }
            answers.put(step, facts);
        });
        return answers;
    }

    /** Reads defaults as a page asks for them: a line for each step, {@code step: fact=value, …}. */
    public static Map<String, String> defaults(@Nullable String lines) {
        var defaults = new LinkedHashMap<String, String>();
        if (lines != null) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                var parts = line.split(":", 2);
                defaults.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
            });
        }
        return defaults;
    }

    /** The replays of a version, the latest first. @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    public List<Replay> of(UUID version, Actor by) {
        versions.get(version, by);
        var kept = kept(by);
        return tables.of(version).stream()
                .map(id -> tables.find(id, kept).orElseThrow())
                .toList();
    }

    /** @throws NotFound when there is no such replay, as everywhere here */
    @Transactional(readOnly = true)
    public Replay get(UUID id, Actor by) {
        var replay = tables.find(id, kept(by)).orElseThrow(() -> new NotFound(Sentences.of("replay.unknown")));
        versions.get(replay.version(), by);
        return replay;
    }

    /**
     * What became of its dossiers, by number, two hundred at once.
     *
     * @param outcome null for all
     * @param after how many were read before
     */
    @Transactional(readOnly = true)
    public List<ReplayLine> lines(UUID id, @Nullable Outcome outcome, int after, Actor by) {
        get(id, by);
        var lines = tables.lines(id, outcome, kept(by), Math.max(0, after), LINES);
        return by.is(Role.MANAGER)
                ? lines.stream()
                        .filter(line -> dossiers.sees(by, new DossierNumber(line.dossier())))
                        .map(this::titled)
                        .toList()
                : lines;
    }

    private List<String> kept(Actor by) {
        return recusals.keptFrom(by).stream().map(DossierNumber::value).toList();
    }

    private ReplayLine titled(ReplayLine line) {
        return new ReplayLine(
                line.dossier(),
                dossiers.get(new DossierNumber(line.dossier())).title(),
                line.outcome(),
                line.before(),
                line.after(),
                line.parts(),
                line.why());
    }

    /** Nothing more is replayed after what is being replayed. @throws Conflict when it does not run */
    @Transactional
    public void stop(UUID id, Actor by) {
        turn(id, State.RUNNING, State.STOPPED, by);
    }

    /** Goes on where it was stopped. @throws Conflict when it was not */
    @Transactional
    public void goOn(UUID id, Actor by) {
        turn(id, State.STOPPED, State.RUNNING, by);
    }

    private void turn(UUID id, State from, State to, Actor by) {
        var replay = get(id, by);
        mustBegin(by);
        if (!tables.turn(id, from, to, to == State.RUNNING ? null : clock.instant())) {
            throw new Conflict(Sentences.of("replay.state." + from));
        }
        var version = versions.get(replay.version(), by);
        tell(version.programme(), "MODEL_REPLAY_" + to, "replay.deed." + to, version.number(), replay.call());
        events.publishEvent(new ReplayStarted(id));
    }

    private static void mustBegin(Actor by) {
        if (!by.is(Role.MODELLER) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("replay.forbidden"));
        }
    }

    private void tell(String programme, String action, String key, int number, String call) {
        events.publishEvent(
                new Deed(Deed.Domain.RULE, programme, action, Sentences.of(key, String.valueOf(number), call)));
    }
}
