package fr.ruche.page;

import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.StepPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a dossier in seven stages, as pages draw it. The process itself is in {@code bpmn/}. */
public final class Stages {

    /** The steps at which a dossier waits, in the order of its way. */
    public static final List<String> STEPS = List.of(
            "userTask_depositFiche",
            "userTask_checkConformity",
            "userTask_decideConformity",
            "userTask_correctFiche",
            "userTask_completeDossier",
            "userTask_checkCompleteness",
            "userTask_provideDocuments",
            "userTask_instruct",
            "event_putOnAgenda",
            "userTask_recordJuryOutcome",
            "userTask_recordDecision",
            "receiveTask_awaitPlace",
            "userTask_acceptGrant");

    private static final List<String> CODES =
            List.of("fiche", "conformity", "full", "completeness", "instruction", "jury", "decision");

    private static final Map<String, Integer> OF_STEP = Map.ofEntries(
            Map.entry("userTask_depositFiche", 0),
            Map.entry("userTask_checkConformity", 1),
            Map.entry("userTask_decideConformity", 1),
            Map.entry("userTask_correctFiche", 1),
            Map.entry("userTask_completeDossier", 2),
            Map.entry("userTask_checkCompleteness", 3),
            Map.entry("userTask_provideDocuments", 3),
            Map.entry("userTask_instruct", 4),
            Map.entry("event_putOnAgenda", 5),
            Map.entry("userTask_recordJuryOutcome", 5),
            Map.entry("userTask_recordDecision", 6),
            Map.entry("receiveTask_awaitPlace", 6),
            Map.entry("userTask_acceptGrant", 6));

    private static final Set<DossierStatus> ENDED_WELL = EnumSet.of(DossierStatus.ATTRIBUE, DossierStatus.ACHEVE);

    private Stages() {}

    /**
     * By the way of a dossier. A step that a modeller drew stands after the one that comes before it; those of an older
     * diagram, which it no longer has, come last.
     *
     * @param way the steps of the diagram, in the order in which a dossier comes there
     */
    public static <T> Comparator<T> inOrder(List<String> way, Function<T, @Nullable String> step) {
        var order = new ArrayList<>(STEPS);
        var before = -1;
        for (var one : way) {
            if (!order.contains(one)) {
                order.add(before + 1, one);
            }
            before = order.indexOf(one);
        }
        return Comparator.comparing(
                one -> order.contains(step.apply(one)) ? order.indexOf(step.apply(one)) : order.size());
    }

    /**
     * The stages that the diagram of the dossier has; none when it has but the first, and its way is another one.
     *
     * @param steps in whose hands the dossier was, oldest first
     * @param drawn ids of the steps of its diagram
     */
    public static List<Stage> of(DossierCase dossier, List<StepPassage> steps, Set<String> drawn) {
        var at = reached(dossier.step(), steps);
        var stages = IntStream.range(0, CODES.size())
                .filter(i -> drawn.stream().anyMatch(step -> Objects.equals(OF_STEP.get(step), i)))
                .mapToObj(i -> new Stage(CODES.get(i), state(dossier, i, at)))
                .toList();
        return stages.size() > 1 ? stages : List.of();
    }

    /** A step that a modeller drew belongs to the stage to which the dossier had come. */
    private static int reached(@Nullable String step, List<StepPassage> passed) {
        return Stream.concat(passed.stream().map(StepPassage::step), Stream.ofNullable(step))
                .filter(OF_STEP::containsKey)
                .reduce((former, latter) -> latter)
                .map(OF_STEP::get)
                .orElse(0);
    }

    private static String state(DossierCase dossier, int stage, int at) {
        if (stage != at) {
            return stage < at ? "done" : "next";
        }
        if (!dossier.status().ended()) {
            return "now";
        }
        return ENDED_WELL.contains(dossier.status()) ? "done" : "stopped";
    }

    /**
     * @param code ends the key of its messages, {@code stage.fiche}
     * @param state {@code done}, {@code now}, {@code next} or {@code stopped}
     */
    public record Stage(String code, String state) {}
}
