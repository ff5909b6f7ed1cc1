package fr.ruche.programme;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calls and their versions. A version never changes, so what was once read is kept. */
@Component
public class Calls {

    private final CallTables tables;
    private final ModelCheck models;
    private final FrozenGrid frozen;
    private final ApplicationEventPublisher events;
    private final Map<Key, Call> read = new ConcurrentHashMap<>();
    private final CurrentVersions currents = new CurrentVersions();

    Calls(CallTables tables, ModelCheck models, FrozenGrid frozen, ApplicationEventPublisher events) {
        this.tables = tables;
        this.models = models;
        this.frozen = frozen;
        this.events = events;
    }

    private record Key(String code, int version) {}

    /** All calls, the latest opening first, each at its current version. */
    public List<Call> all() {
        return tables.codes().stream()
                .map(this::current)
                .sorted(Comparator.comparing(
                                (Call call) -> call.parameters().calendar().opening())
                        .reversed()
                        .thenComparing(Call::code))
                .toList();
    }

    /** The call at its current version. @throws fr.ruche.common.NotFound when there is no such call */
    public Call current(String code) {
        return at(code, currents.version(code, tables::version).orElseThrow(() -> noSuch(code)));
    }

    /** The call at one version. @throws fr.ruche.common.NotFound when there is none */
    public Call at(String code, int version) {
        var known = read.get(new Key(code, version));
        if (known != null) {
            return known;
        }
        var call = new Call(code, version, tables.parameters(code, version).orElseThrow(() -> noSuch(code)));
        read.put(new Key(code, version), call);
        return call;
    }

    /** Who changed what when and why, the latest first. @throws fr.ruche.common.NotFound when there is no such call */
    public List<CallVersion> history(String code) {
        var versions = tables.history(code);
        if (versions.isEmpty()) {
            throw noSuch(code);
        }
        return versions;
    }

    /**
     * Stores a new version and publishes {@link CallChanged}.
     *
     * @param reason why, in French, kept with the version
     * @throws fr.ruche.common.Rejected when the parameters contradict each other, or name models that are not deployed
     */
    @Transactional
    public Call change(String code, CallParameters parameters, String author, String reason) {
        return change(code, current(code).version(), parameters, author, reason);
    }

    /**
     * Stores a new version and publishes {@link CallChanged}.
     *
     * @param seen the version that the author has changed
     * @throws fr.ruche.common.Conflict when somebody else has changed the call since
     * @throws fr.ruche.common.Rejected when the parameters contradict each other, there is no reason, or the grid of a
     *     call that was open is not the same
     */
    @Transactional
    public Call change(String code, int seen, CallParameters parameters, String author, String reason) {
        check(parameters, reason);
        if (tables.lock(code).orElseThrow(() -> noSuch(code)) != seen) {
            throw new Conflict(Sentences.of("call.stale", code));
        }
        Rejected.ifAny(frozen.faults(code, at(code, seen).parameters(), parameters));
        tables.append(code, seen + 1, parameters, author, reason.strip());
        currents.forget();
        events.publishEvent(new CallChanged(code, seen + 1, author, reason.strip()));
        return new Call(code, seen + 1, parameters);
    }

    /**
     * Makes a call that nobody knows yet, in version 1; dossiers may be opened from the day of its calendar on.
     *
     * @throws fr.ruche.common.Rejected when the parameters contradict each other, name models that are not deployed, or
     *     there is no reason
     */
    @Transactional
    Call open(String code, CallParameters parameters, String author, String reason) {
        check(parameters, reason);
        tables.create(code, parameters, author, reason.strip());
        currents.forget();
        return new Call(code, 1, parameters);
    }

    /** What a proposal changes of what may not be changed any more. */
    List<Fault> frozen(String code, CallParameters now, CallParameters proposed) {
        return frozen.faults(code, now, proposed);
    }

    /** @throws fr.ruche.common.Rejected when the parameters contradict each other; nothing is stored */
    public void check(CallParameters parameters) {
        Rejected.ifAny(CallCheck.faults(parameters));
    }

    private void check(CallParameters parameters, String reason) {
        var faults = new ArrayList<>(CallCheck.faults(parameters));
        if (faults.isEmpty()) {
            faults.addAll(models.faults(parameters));
        }
        if (reason.isBlank()) {
            faults.add(new Fault("reason", "REQUIRED", Sentences.of("call.reason.required")));
        }
        Rejected.ifAny(faults);
    }

    private static NotFound noSuch(String code) {
        return new NotFound(Sentences.of("call.unknown", code));
    }
}
