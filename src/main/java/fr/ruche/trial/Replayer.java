package fr.ruche.trial;

import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.PastDossiers;
import fr.ruche.dossier.PastDossiers.PastDossier;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Judged;
import fr.ruche.trial.PastScript.Stop;
import fr.ruche.workflow.ModelReview;
import fr.ruche.workflow.PastProcesses;
import fr.ruche.workflow.Rehearsals;
import fr.ruche.workflow.Rehearsals.Stage;
import fr.ruche.workflow.Rehearsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays again what dossiers did, once with the version that each followed, to know that what is kept of it suffices,
 * and once with another.
 */
@Component
class Replayer {

    private final Rehearsals rehearsals;
    private final PastDossiers past;
    private final PastProcesses processes;
    private final Dossiers dossiers;
    private final Calls calls;
    private final ModelReview models;
    private final Reasons reasons;

    Replayer(
            Rehearsals rehearsals,
            PastDossiers past,
            PastProcesses processes,
            Dossiers dossiers,
            Calls calls,
            ModelReview models,
            Reasons reasons) {
        this.rehearsals = rehearsals;
        this.past = past;
        this.processes = processes;
        this.dossiers = dossiers;
        this.calls = calls;
        this.models = models;
        this.reasons = reasons;
    }

    private record Case(PastDossier past, PastStory story) {}

    private record Control(Rehearsed played, Case of) {}

    /**
     * @param bundle the version with which they are replayed
     * @param defaults what is answered at steps to which nobody ever answered
     * @throws fr.ruche.common.Rejected when the gate does not let the version through
     */
    List<ReplayLine> replay(
            List<DossierNumber> numbers, Map<String, byte[]> bundle, Map<String, Map<String, Object>> defaults) {
        var lines = new ArrayList<ReplayLine>();
        var cases = new LinkedHashMap<Integer, List<PastDossier>>();
        for (var number : numbers) {
            past.find(number)
                    .ifPresentOrElse(
                            found -> cases.computeIfAbsent(found.version(), first -> new ArrayList<>())
                                    .add(found),
                            () -> lines.add(not(number, "", Sentences.of("replay.nothing"))));
        }
        var controls = new ArrayList<Control>();
        cases.forEach((version, followed) -> controls.addAll(controls(version, followed, lines)));
        if (!controls.isEmpty()) {
            rehearsals.stage(bundle, stage -> {
                controls.forEach(control -> lines.add(otherwise(control, stage, defaults)));
                return true;
            });
        }
        return lines;
    }

    private List<Control> controls(int version, List<PastDossier> followed, List<ReplayLine> lines) {
        var process = calls.at(followed.get(0).call(), followed.get(0).callVersion())
                .parameters()
                .process();
        var words = models.vocabulary();
        var controls = new ArrayList<Control>();
        try {
            var model = processes.model(process, version);
            rehearsals.stage(processes.bundle(process, version), stage -> {
                for (var one : followed) {
                    var story = new PastStory(
                            process, one, model, processes.facts(one.number().value()), words);
                    var script = new PastScript(story, Map.of(), null);
                    var played = stage.play(script);
                    same(new Case(one, story), script, played)
                            .ifPresentOrElse(
                                    why -> lines.add(not(one.number(), before(one, story), why)),
                                    () -> controls.add(new Control(played, new Case(one, story))));
                }
                return true;
            });
        } catch (Rejected old) {
            followed.forEach(one -> lines.add(not(one.number(), "", Sentences.of("replay.old"))));
        } catch (NotFound gone) {
            followed.forEach(one -> lines.add(not(one.number(), "", Sentences.of("replay.undeployed"))));
        }
        return controls;
    }

    private static ReplayLine not(DossierNumber number, String before, String why) {
        return new ReplayLine(number.value(), null, Outcome.NOT_REPLAYED, before, "", "", why);
    }

    /** Why the version that it followed does not bring it where it went; empty when it does. */
    private static Optional<String> same(Case one, PastScript script, Rehearsed played) {
        if (played.trouble() != null) {
            return Optional.of(Sentences.of("replay.trouble", played.trouble()));
        }
        if (script.stop().filter(stop -> stop.kind() == Stop.Kind.MOVED).isPresent()) {
            return Optional.of(Sentences.of(
                    "replay.moved", one.story().label(script.stop().get().at())));
        }
        var steps = one.story().steps();
        var walked = played.steps().stream()
                .filter(step -> step.startsWith("userTask_") || steps.contains(step))
                .toList();
        var end = one.past().end();
        return walked.equals(steps) && (end == null ? played.end() == null : end.equals(played.end()))
                ? Optional.empty()
                : Optional.of(Sentences.of("replay.differs"));
    }

    private static String before(PastDossier one, PastStory story) {
        if (one.end() != null) {
            return story.label(one.end());
        }
        var steps = story.steps();
        return steps.isEmpty() ? "" : Sentences.of("replay.waits", story.label(steps.get(steps.size() - 1)));
    }

    private ReplayLine otherwise(Control control, Stage stage, Map<String, Map<String, Object>> defaults) {
        var story = control.of().story();
        var script = new PastScript(story, defaults, judged(control.of().past()));
        var played = stage.play(script);
        var before = before(control.of().past(), story);
        var number = control.of().past().number().value();
        var parts = Reasons.parts(control.played(), played);
        var step = parts < 0 ? "" : played.way().get(parts).label();
        var why = parts < 0 ? "" : reasons.of(played, parts);
        var after = after(played, story.process(), stage);
        if (played.trouble() != null) {
            return new ReplayLine(number, null, Outcome.UNKNOWN, before, "", step, played.trouble());
        }
        var open = script.stop().filter(stop -> stop.kind() == Stop.Kind.OPEN).isPresent();
        if (played.end() == null && !open) {
            return new ReplayLine(
                    number,
                    null,
                    Outcome.UNKNOWN,
                    before,
                    after,
                    step,
                    unknown(script.stop().orElse(null), story, stage, why));
        }
        var same = played.end() == null
                ? control.played().waiting().equals(played.waiting())
                : played.end().equals(control.played().end());
        return new ReplayLine(
                number,
                null,
                !same ? Outcome.OTHERWISE : parts < 0 ? Outcome.SAME : Outcome.OTHER_WAY,
                before,
                after,
                step,
                why);
    }

    private static String unknown(@Nullable Stop stop, PastStory story, Stage stage, String why) {
        if (stop == null) {
            return why;
        }
        var label = stage.label(story.process(), stop.at());
        var key = stop.kind() == Stop.Kind.GONE ? "replay.gone" : "replay.never";
        return (Sentences.of(key, label.equals(stop.at()) ? story.label(stop.at()) : label) + " " + why).strip();
    }

    private static String after(Rehearsed played, String process, Stage stage) {
        return played.end() != null
                ? stage.label(process, played.end())
                : Sentences.of(
                        "replay.waits",
                        played.waiting().stream()
                                .map(step -> stage.label(process, step))
                                .collect(Collectors.joining(", ")));
    }

    /** What the rules last looked at; by the parameters of the call that it was judged by. */
    private @Nullable Judged judged(PastDossier one) {
        var evaluations = dossiers.evaluations(one.number());
        if (evaluations.isEmpty()) {
            return null;
        }
        var last = evaluations.get(evaluations.size() - 1);
        return new Judged(calls.at(one.call(), one.callVersion()), last.facts(), last.at());
    }
}
