package fr.ruche.workshop;

import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.workflow.Migrations;
import fr.ruche.workflow.ModelPlaces;
import fr.ruche.workflow.ModelVersions;
import fr.ruche.workflow.Publications;
import fr.ruche.workflow.Publications.Deployed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What runs in which version of a programme, and where it would go on in another one. It moves nothing. */
@Service
public class Followers {

    private final VersionTables tables;
    private final Publications publications;
    private final ModelVersions models;
    private final Migrations migrations;

    Followers(VersionTables tables, Publications publications, ModelVersions models, Migrations migrations) {
        this.tables = tables;
        this.publications = publications;
        this.models = models;
        this.migrations = migrations;
    }

    /**
     * Of each process of a version that is or was in service.
     *
     * @throws NotFound when there is no such version
     * @throws Forbidden for whoever may not read
     */
    public List<Following> of(UUID version, Actor by) {
        Door.mayRead(by);
        var row = tables.find(version).orElseThrow(ProgrammeVersions::unknown);
        if (row.deployment() == null) {
            return List.of();
        }
        var numbers = new HashMap<String, Integer>();
        for (var one : tables.versions(row.programme())) {
            if (one.deployment() != null) {
                processes(one.deployment())
                        .forEach(process ->
                                numbers.merge(key(process.key(), process.version()), one.number(), Math::min));
            }
        }
        return processes(row.deployment()).stream()
                .map(process -> following(process, numbers))
                .toList();
    }

    /**
     * The diagram of a process of a version, as the engine knows it under one of the numbers that it gave: BPMN 2.0
     * XML.
     *
     * @throws NotFound when there is no such version, when it has no such process, or when that is not deployed under
     *     this number
     * @throws Forbidden for whoever may not read
     */
    public String diagram(UUID version, String process, int number, Actor by) {
        Door.mayRead(by);
        var row = tables.find(version).orElseThrow(ProgrammeVersions::unknown);
        if (row.deployment() == null
                || processes(row.deployment()).stream()
                        .noneMatch(one -> one.key().equals(process))) {
            throw new NotFound(Sentences.of("model.process", process));
        }
        return models.diagram(process, number);
    }

    private List<Deployed> processes(String deployment) {
        return publications.of(deployment).stream()
                .filter(model -> model.kind() == Publications.Kind.PROCESS)
                .toList();
    }

    private Following following(Deployed process, Map<String, Integer> numbers) {
        var others = models.ofProcess(process.key()).stream()
                .filter(version -> version != process.version())
                .map(version -> other(process, version, numbers.get(key(process.key(), version))))
                .filter(other -> other.running() > 0)
                .sorted(Comparator.comparing(Other::version).reversed())
                .toList();
        return new Following(
                process.key(),
                process.name(),
                process.version(),
                publications.running(process.key(), process.version()),
                others);
    }

    private Other other(Deployed process, int version, @Nullable Integer number) {
        var running = publications.running(process.key(), version);
        if (running == 0) {
            return new Other(version, number, 0, List.of(), List.of());
        }
        var plan = migrations.plan(process.key(), version, process.version());
        var waiting = migrations.waiting(process.key(), version);
        return new Other(version, number, running, places(plan.kept(), waiting), places(plan.lost(), waiting));
    }

    private static List<Waiting> places(List<ModelPlaces.Place> places, Map<String, Long> waiting) {
        return places.stream()
                .map(place -> new Waiting(place.id(), place.label(), waiting.getOrDefault(place.id(), 0L)))
                .toList();
    }

    private static String key(String process, int version) {
        return process + ":" + version;
    }

    /**
     * @param process id of the process
     * @param name what its diagram calls it
     * @param version that the engine gave it
     * @param running how many run in it
     * @param others those versions in which some still run, the latest first
     */
    public record Following(String process, String name, int version, long running, List<Other> others) {}

    /**
     * @param version that the engine gave it
     * @param number of the version of the programme, null when the workshop does not know it
     * @param running how many run in it
     * @param kept where one may wait, and would go on waiting
     * @param lost where one may wait, and could not follow
     */
    public record Other(int version, @Nullable Integer number, long running, List<Waiting> kept, List<Waiting> lost) {

        /** How many could not follow now. */
        public long stuck() {
            return lost.stream().mapToLong(Waiting::waiting).sum();
        }
    }

    /** @param id of the element; @param label its name; @param waiting how many wait there now */
    public record Waiting(String id, String label, long waiting) {}
}
