package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, tables and forms when the program starts. They go together, because a form is bound to the
 * deployment of its diagram; nothing is deployed when none has changed, and running dossiers keep the version they
 * started with.
 */
@Component
class Models implements SmartInitializingSingleton {

    private static final String DEPLOYMENT = "ruche";

    private final RepositoryService repository;
    private final DeploymentGate gate;
    private final ResourcePatternResolver resources;
    private final String location;

    /**
     * @param location where {@code bpmn/} and {@code forms/} are: in the program, or a folder
     *     ({@code file:/srv/ruche/})
     */
    Models(
            RepositoryService repository,
            DeploymentGate gate,
            ResourcePatternResolver resources,
            @Value("${ruche.models.location:classpath:/}") String location) {
        this.repository = repository;
        this.gate = gate;
        this.resources = resources;
        this.location = location;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(Sentences.of("model.unreadable", location), unreadable);
        }
    }

    private void deploy() throws IOException {
        var deployment = repository
                .createDeployment()
                .name(DEPLOYMENT)
                .source(DEPLOYMENT)
                .enableDuplicateFiltering(false);
        for (var model : found()) {
            try (var content = model.getInputStream()) {
                deployment.addInputStream(nameOf(model), content);
            }
        }
        gate.open(deployment::deploy);
    }

    /** Ordered by name, so that two starts of the program deploy the same thing. */
    private List<Resource> found() throws IOException {
        return Stream.of(
                        resources.getResources(location + "bpmn/*.bpmn"),
                        resources.getResources(location + "bpmn/*.dmn"),
                        resources.getResources(location + "forms/*.form"))
                .flatMap(Arrays::stream)
                .sorted(Comparator.comparing(Models::nameOf))
                .toList();
    }

    /** The bare file name, whether the file comes from a jar or from a folder: a path would make it another model. */
    private static String nameOf(Resource model) {
        return Objects.requireNonNull(model.getFilename());
    }
}
