package fr.ruche.trial;

import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.CallFiles;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Eligibility;
import fr.ruche.programme.Judged;
import fr.ruche.trial.Scenario.TableCase;
import fr.ruche.workflow.Decisions;
import fr.ruche.workflow.Rehearsals;
import fr.ruche.workflow.Rehearsals.Stage;
import fr.ruche.workflow.Rehearsed;
import fr.ruche.workflow.Rehearsed.Ruling;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plays the scenarios of a bundle with its models, and holds what comes out against what they expect. */
@Component
class ScenarioRunner {

    private final Rehearsals rehearsals;
    private final Reasons reasons;
    private final Calls calls;
    private final CallFiles files;
    private final Eligibility eligibility;
    private final Decisions decisions;
    private final Clock clock;

    ScenarioRunner(
            Rehearsals rehearsals,
            Reasons reasons,
            Calls calls,
            CallFiles files,
            Eligibility eligibility,
            Decisions decisions,
            Clock clock) {
        this.rehearsals = rehearsals;
        this.reasons = reasons;
        this.calls = calls;
        this.files = files;
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * In the order of the files.
     *
     * @param bundle content by bare file name: models, parameters of calls, scenarios
     * @throws Rejected when a scenario cannot be read, or the gate does not let the models through
     */
    List<ScenarioResult> run(Map<String, byte[]> bundle) {
        var scenarios = ScenarioFiles.read(bundle);
        return scenarios.isEmpty()
                ? List.of()
                : rehearsals.stage(
                        bundle,
                        stage -> scenarios.stream()
                                .map(scenario -> one(scenario, bundle, stage))
                                .toList());
    }

    private ScenarioResult one(Scenario scenario, Map<String, byte[]> bundle, Stage stage) {
        var failures = new ArrayList<String>();
        var judged = Optional.<Judged>empty();
        try {
            judged = judged(scenario, bundle);
        } catch (Rejected | NotFound unknown) {
            failures.add(Sentences.of("trial.call", String.valueOf(unknown.getMessage())));
        }
        judged.ifPresent(one -> rules(scenario, one, stage, failures));
        scenario.tables().forEach(table -> table(table, stage, failures));
        if (!scenario.walks()) {
            return new ScenarioResult(scenario.file(), scenario.name(), failures, List.of(), "", "");
        }
        var script = new ScenarioScript(scenario, judged.orElse(null));
        var played = stage.play(script);
        walked(scenario, script, played, stage, failures);
        return new ScenarioResult(
                scenario.file(),
                scenario.name(),
                List.copyOf(failures),
                played.way().stream()
                        .filter(Rehearsed.Passage::step)
                        .map(Rehearsed.Passage::label)
                        .toList(),
                outcome(played, scenario.process(), stage),
                reasons.facts(played.supposed()));
    }

    private Optional<Judged> judged(Scenario scenario, Map<String, byte[]> bundle) {
        if (scenario.project() == null) {
            return Optional.empty();
        }
        var code = Objects.requireNonNullElse(scenario.call(), "");
        var call = files.read(bundle, code).orElseGet(() -> calls.current(code));
        var at = Objects.requireNonNullElse(scenario.at(), clock.instant());
        return Optional.of(new Judged(call, scenario.project(), at));
    }

    private void rules(Scenario scenario, Judged judged, Stage stage, List<String> failures) {
        var expected = scenario.expected();
        if (expected.verdict() == null && expected.route() == null && expected.rules() == null) {
            return;
        }
        try {
            var told = stage.hear(() -> eligibility.foresee(judged));
            var said = told.said();
            differs("trial.verdict", expected.verdict(), said.verdict().name(), told.rulings(), failures);
            differs(
                    "trial.route",
                    expected.route(),
                    said.route() == null ? "" : said.route().name(),
                    told.rulings(),
                    failures);
            differs(
                    "trial.rules",
                    expected.rules() == null ? null : listed(expected.rules()),
                    listed(said.failures().stream()
                            .map(Assessment.Failure::rule)
                            .distinct()
                            .toList()),
                    told.rulings(),
                    failures);
        } catch (RuntimeException failed) {
            failures.add(Sentences.of("trial.rules.failed", String.valueOf(failed.getMessage())));
        }
    }

    private static String listed(List<String> rules) {
        return rules.isEmpty() ? Sentences.of("trial.rules.none") : String.join(", ", rules);
    }

    private void differs(
            String key, @Nullable String expected, String said, List<Ruling> rulings, List<String> failures) {
        if (expected != null && !expected.equals(said)) {
            var rows = rulings.stream()
                    .filter(ruling -> !ruling.rows().isEmpty())
                    .map(reasons::ruling)
                    .collect(Collectors.joining(" "));
            failures.add(Sentences.of(key, expected, said, rows).strip());
        }
    }

    private void table(TableCase table, Stage stage, List<String> failures) {
        try {
            var told = stage.hear(() -> decisions.table(table.table(), null).evaluate(table.given()));
            var rows = told.rulings().stream()
                    .filter(ruling -> ruling.decision().equals(table.table()))
                    .flatMap(ruling -> ruling.rows().stream())
                    .toList();
            if (table.rows() != null && !table.rows().equals(rows)) {
                failures.add(Sentences.of("trial.table.rows", table.table(), listed(table.rows()), listed(rows)));
            }
            var first = told.said().isEmpty()
                    ? Map.<String, Object>of()
                    : told.said().get(0);
            table.answers().forEach((output, expected) -> {
                var said = first.get(output);
                if (!same(expected, said)) {
                    failures.add(Sentences.of(
                            "trial.table.answer",
                            table.table(),
                            output,
                            String.valueOf(expected),
                            said == null ? Sentences.of("compare.nothing") : String.valueOf(said),
                            listed(rows)));
                }
            });
        } catch (RuntimeException failed) {
            failures.add(Sentences.of("trial.table.failed", table.table(), String.valueOf(failed.getMessage())));
        }
    }

    private static boolean same(Object expected, @Nullable Object said) {
        return said instanceof Number number && expected instanceof Number other
                ? new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : String.valueOf(expected).equals(String.valueOf(said));
    }

    private void walked(
            Scenario scenario, ScenarioScript script, Rehearsed played, Stage stage, List<String> failures) {
        if (played.trouble() != null) {
            failures.add(played.trouble());
            return;
        }
        var process = scenario.process();
        var here = outcome(played, process, stage);
        var why = reasons.of(played, played.way().size() - 1);
        var missed = script.missed();
        if (missed.isPresent()) {
            var expected = stage.label(process, ScenarioScript.name(missed.get()));
            failures.add(Sentences.of("trial.missed", expected, here, why));
        }
        var expected = scenario.expected();
        if (expected.way() != null && !expected.way().equals(played.steps())) {
            failures.add(way(expected.way(), played, process, stage));
        }
        if (expected.end() != null && !expected.end().equals(played.end()) && missed.isEmpty()) {
            failures.add(Sentences.of("trial.end", stage.label(process, expected.end()), here, why));
        }
        if (expected.waits() != null && !played.waiting().contains(expected.waits()) && missed.isEmpty()) {
            failures.add(Sentences.of("trial.waits", stage.label(process, expected.waits()), here, why));
        }
    }

    /** The first step at which the way is another. */
    private String way(List<String> expected, Rehearsed played, String process, Stage stage) {
        var seen = 0;
        for (var at = 0; at < played.way().size(); at++) {
            if (played.way().get(at).step()) {
                var step = played.way().get(at);
                if (seen >= expected.size() || !expected.get(seen).equals(step.element())) {
                    var awaited = seen >= expected.size()
                            ? Sentences.of("trial.way.nothing")
                            : stage.label(process, expected.get(seen));
                    return Sentences.of(
                            "trial.way", String.valueOf(seen + 1), awaited, step.label(), reasons.of(played, at));
                }
                seen++;
            }
        }
        return Sentences.of(
                "trial.way",
                String.valueOf(seen + 1),
                stage.label(process, expected.get(seen)),
                outcome(played, process, stage),
                reasons.of(played, played.way().size() - 1));
    }

    private static String outcome(Rehearsed played, String process, Stage stage) {
        return played.end() != null
                ? stage.label(process, played.end())
                : played.waiting().stream()
                        .map(step -> stage.label(process, step))
                        .collect(Collectors.joining(", "));
    }
}
