package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the calls that a bundle states when it is put into service: one that nobody knows is opened, one that
 * is known changes in what its file changes. What a manager has set on the page of the settings meanwhile stays, unless
 * the file changes the very same value: that was approved last.
 */
@Component
public class StatedCalls {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{2,29}");

    private final CallFiles files;
    private final Calls calls;
    private final CallTables tables;

    StatedCalls(CallFiles files, Calls calls, CallTables tables) {
        this.files = files;
        this.calls = calls;
        this.tables = tables;
    }

    /**
     * What speaks against putting them into service: a file that cannot be read, a call that contradicts itself, one of
     * another process, a change that may not be made any more. The field of each is its file.
     *
     * @param former the bundle that is in service, content by bare file name; empty when none is
     * @param bundle the one that would take its place
     * @param processes ids of the processes of the bundle
     */
    @Transactional(readOnly = true)
    public List<Fault> faults(Map<String, byte[]> former, Map<String, byte[]> bundle, Set<String> processes) {
        return files.codes(bundle).stream()
                .flatMap(code -> found(code, former, bundle, processes).stream()
                        .map(fault -> in(code + CallFiles.ENDING, fault)))
                .toList();
    }

    private static Fault in(String file, Fault fault) {
        return new Fault(file, fault.rule(), Sentences.of("call.file.fault", file, fault.message()));
    }

    private List<Fault> found(
            String code, Map<String, byte[]> former, Map<String, byte[]> bundle, Set<String> processes) {
        try {
            return faults(code, former, bundle, processes);
        } catch (Rejected wrong) {
            return wrong.faults();
        }
    }

    private List<Fault> faults(
            String code, Map<String, byte[]> former, Map<String, byte[]> bundle, Set<String> processes) {
        var faults = new ArrayList<Fault>();
        if (!CODE.matcher(code).matches()) {
            faults.add(new Fault("code", "CODE", Sentences.of("call.file.code")));
        }
        var stated = files.read(bundle, code).orElseThrow().parameters();
        if (!processes.contains(stated.process())) {
            faults.add(new Fault("process", "MODEL", Sentences.of("call.file.process", stated.process())));
        }
        var known = known(code);
        known.ifPresent(now -> {
            var after = changed(code, former, stated, now.parameters());
            faults.addAll(CallCheck.faults(after));
            faults.addAll(calls.frozen(code, now.parameters(), after));
        });
        return faults;
    }

    /**
     * Brings them into service, in the transaction of the caller, after the models of the bundle.
     *
     * @param former the bundle that was in service until now
     * @param author who is kept with each new version of a call
     * @param reason why, in French, kept with it
     * @throws Rejected as {@link #faults} tells before
     */
    @Transactional
    public void bring(Map<String, byte[]> former, Map<String, byte[]> bundle, String author, String reason) {
        for (var code : files.codes(bundle)) {
            var stated = files.read(bundle, code).orElseThrow().parameters();
            var known = known(code);
            if (known.isPresent()) {
                var now = known.get().parameters();
                var after = changed(code, former, stated, now);
                if (!after.equals(now)) {
                    calls.change(code, after, author, reason);
                }
            } else if (!files.demonstration(bundle, code)) {
                calls.open(code, stated, author, reason);
            }
        }
    }

    private Optional<Call> known(String code) {
        return tables.version(code).map(version -> calls.at(code, version));
    }

    private CallParameters changed(String code, Map<String, byte[]> former, CallParameters stated, CallParameters now) {
        return before(former, code)
                .map(before -> ChangedParameters.of(before, stated, now))
                .orElse(stated);
    }

    /** What was put into service and cannot be read any more has nothing to be compared with. */
    private Optional<CallParameters> before(Map<String, byte[]> former, String code) {
        try {
            return files.read(former, code).map(Call::parameters);
        } catch (Rejected unreadable) {
            return Optional.empty();
        }
    }
}
