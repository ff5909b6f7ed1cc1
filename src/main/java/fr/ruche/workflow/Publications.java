package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts bundles of models into service, in the transaction of the caller. Who may do it, and that nobody else does it at
 * the same time, is decided by the caller; what the models say is decided by the gate.
 */
@Component
public class Publications {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final String SOURCE = "ruche";
    private static final int MANY = 1_000;

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final DeploymentGate gate;
    private final ModelVersions versions;
    private final Unrestricted unrestricted;

    Publications(ProcessEngine engine, DeploymentGate gate, ModelVersions versions, Unrestricted unrestricted) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.gate = gate;
        this.versions = versions;
        this.unrestricted = unrestricted;
    }

    /**
     * Deploys the diagrams, tables and forms of a bundle together, because a form is bound to the deployment of its
     * diagram. What is deployed under this name already, with the very same content, is not deployed again. Processes
     * that run keep the version they began with.
     *
     * @param name of the deployment, the same for all versions of a bundle
     * @param files content by bare file name; the engine takes nothing of other kinds
     * @return id of the deployment
     * @throws ModelRefused when the gate refuses the bundle
     */
    @Transactional
    public String publish(String name, Map<String, byte[]> files) {
        var models = models(files);
        return latest(name).filter(before -> same(models, content(before))).orElseGet(() -> deploy(name, models));
    }

    private String deploy(String name, Map<String, byte[]> models) {
        var id = new String[1];
        gate.open(() -> unrestricted.run(() -> {
            var deployment = repository.createDeployment().name(name).source(SOURCE);
            models.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            id[0] = deployment.deploy().getId();
        }));
        LOG.info(Sentences.of("model.published", name, String.valueOf(models.size())));
        return id[0];
    }

    private Optional<String> latest(String name) {
        return unrestricted.command(context ->
                repository
                        .createDeploymentQuery()
                        .deploymentName(name)
                        .orderByDeploymentTime()
                        .desc()
                        .listPage(0, 1)
                        .stream()
                        .map(Deployment::getId)
                        .findFirst());
    }

    private Map<String, byte[]> content(String deployment) {
        return unrestricted.command(context -> {
            var content = new TreeMap<String, byte[]>();
            for (Resource file : repository.getDeploymentResources(deployment)) {
                content.put(file.getName(), bytes(file));
            }
            return models(content);
        });
    }

    private static byte[] bytes(Resource file) {
        return file.getBytes();
    }

    /** Those files that the engine takes, by name. */
    private static Map<String, byte[]> models(Map<String, byte[]> files) {
        var models = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form")) {
                models.put(name, content);
            }
        });
        return models;
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    /** The processes and decisions of a deployment, processes first; empty when it is not there any more. */
    public List<Deployed> of(String deployment) {
        return unrestricted.command(context -> Stream.concat(
                        repository.createProcessDefinitionQuery().deploymentId(deployment).listPage(0, MANY).stream()
                                .map(one -> deployed(Kind.PROCESS, one)),
                        repository.createDecisionDefinitionQuery().deploymentId(deployment).listPage(0, MANY).stream()
                                .map(one -> deployed(Kind.DECISION, one)))
                .sorted()
                .toList());
    }

    private static Deployed deployed(Kind kind, ResourceDefinition one) {
        return new Deployed(kind, one.getKey(), one.getName() == null ? one.getKey() : one.getName(), one.getVersion());
    }

    /** The name of the deployment that a process has now; empty when the engine does not know it. */
    public Optional<String> name(String process) {
        return unrestricted.command(context -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(latest -> repository
                        .createDeploymentQuery()
                        .deploymentId(latest.getDeploymentId())
                        .singleResult()
                        .getName()));
    }

    /**
     * The ids of the processes and decisions of a bundle.
     *
     * @param files that were reviewed without error
     */
    public Set<String> keys(Map<String, byte[]> files) {
        var keys = new TreeSet<String>();
        models(files).forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Process.class)
                        .forEach(process -> keys.add(process.getId()));
            } else if (name.endsWith(".dmn")) {
                Dmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Decision.class)
                        .forEach(decision -> keys.add(decision.getId()));
            }
        });
        return keys;
    }

    /** How many processes run in a version. */
    public long running(String process, int version) {
        return unrestricted.command(context -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(versions.definition(process, version).getId())
                .rootProcessInstances()
                .count());
    }

    /** What the engine tells versions of. */
    public enum Kind {
        PROCESS,
        DECISION
    }

    /**
     * @param key id of the process or of the decision in its file
     * @param name in French; its key when it has none
     * @param version the engine's own, which a dossier and a call may be tied to
     */
    public record Deployed(Kind kind, String key, String name, int version) implements Comparable<Deployed> {

        @Override
        public int compareTo(Deployed other) {
            var kinds = kind.compareTo(other.kind);
            return kinds == 0 ? key.compareTo(other.key) : kinds;
        }
    }
}
