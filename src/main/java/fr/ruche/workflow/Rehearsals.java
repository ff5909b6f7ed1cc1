package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import fr.ruche.review.MessageWord;
import fr.ruche.review.StartWord;
import fr.ruche.review.StepWord;
import fr.ruche.review.Subject;
import fr.ruche.review.Vocabulary;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringTransactionContext;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs models that are not published in the real engine, and leaves nothing behind: one transaction that is always
 * rolled back deploys them through the gate, starts their process and walks it. Conditions and tables are evaluated for
 * real; actions are stood in for, deadlines never come by themselves, and nobody hears of anything. See
 * {@code docs/decisions/0015-how-a-rehearsal-is-isolated.md}.
 */
@Component
public class Rehearsals {

    /** A process that comes by more elements than this goes round and round. */
    static final int MOST_ELEMENTS = 2_000;

    private static final int MOST_TURNS = 300;
    private static final int MANY = 100;
    private static final String NAME = "rehearsal";
    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)");
    private static final Pattern UNKNOWN = Pattern.compile("Cannot resolve identifier '(\\w+)'");

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final Unrestricted unrestricted;
    private final DeploymentGate gate;
    private final ModelReview models;
    private final JdbcClient sql;
    private final TransactionTemplate alone;

    Rehearsals(
            ProcessEngine engine,
            Unrestricted unrestricted,
            DeploymentGate gate,
            ModelReview models,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.unrestricted = unrestricted;
        this.gate = gate;
        this.models = models;
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Puts a bundle on the stage while the work rehearses it, then takes everything away. Nobody else deploys anything
     * meanwhile, so the work must be short.
     *
     * @param bundle content by bare file name; only its models are looked at
     * @throws ModelRefused when the gate does not let the models through
     */
    public <T> T stage(Map<String, byte[]> bundle, Function<Stage, T> work) {
        var vocabulary = models.vocabulary();
        var known = Known.of(configuration.getDeploymentCache());
        return new Play(vocabulary, null)
                .run(() -> Objects.requireNonNull(alone.execute(transaction -> {
                    transaction.setRollbackOnly();
                    var forms = new HashSet<String>();
                    try {
                        return work.apply(new Stage(deploy(bundle, forms), vocabulary));
                    } finally {
                        known.forgetOthers(configuration.getDeploymentCache(), forms);
                    }
                })));
    }

    private DeploymentWithDefinitions deploy(Map<String, byte[]> bundle, Set<String> forms) {
        return unrestricted.command(context -> {
            var deployment = engine.getRepositoryService().createDeployment().name(NAME);
            new TreeMap<>(bundle).forEach((name, content) -> {
                if (MODEL.matcher(name).matches()) {
                    deployment.addInputStream(name, new ByteArrayInputStream(content));
                }
            });
            var deployed = new DeploymentWithDefinitions[1];
            gate.open(() -> deployed[0] = deployment.deployWithResult());
            var artifacts = ((DeploymentEntity) deployed[0]).getDeployedArtifacts(CamundaFormDefinitionEntity.class);
            if (artifacts != null) {
                artifacts.forEach(form -> forms.add(form.getId()));
            }
            return deployed[0];
        });
    }

    /** Definitions that were in memory before, so that what was rehearsed does not stay there. */
    private record Known(Set<String> processes, Set<String> decisions, Set<String> requirements) {

        static Known of(DeploymentCache cache) {
            return new Known(
                    new HashSet<>(cache.getProcessDefinitionCache().keySet()),
                    new HashSet<>(cache.getDecisionDefinitionCache().keySet()),
                    new HashSet<>(cache.getDecisionRequirementsDefinitionCache().keySet()));
        }

        /** What others brought into memory meanwhile is read again when it is asked for. */
        void forgetOthers(DeploymentCache cache, Collection<String> forms) {
            others(cache.getProcessDefinitionCache().keySet(), processes).forEach(cache::removeProcessDefinition);
            others(cache.getDecisionDefinitionCache().keySet(), decisions).forEach(cache::removeDecisionDefinition);
            others(cache.getDecisionRequirementsDefinitionCache().keySet(), requirements)
                    .forEach(cache::removeDecisionRequirementsDefinition);
            forms.forEach(cache::removeCamundaFormDefinition);
        }

        private static Set<String> others(Set<String> now, Set<String> before) {
            var others = new HashSet<>(now);
            others.removeAll(before);
            return others;
        }
    }

    /** Models that can be rehearsed, until the work with them ends. */
    public final class Stage {

        private final Map<String, String> definitions = new HashMap<>();
        private final Vocabulary words;

        private Stage(DeploymentWithDefinitions deployed, Vocabulary words) {
            this.words = words;
            var processes = deployed.getDeployedProcessDefinitions();
            if (processes != null) {
                processes.forEach(process -> definitions.put(process.getKey(), process.getId()));
            }
        }

        /** Ids of the processes that can be rehearsed. */
        public Set<String> processes() {
            return Set.copyOf(definitions.keySet());
        }

        /** What a person calls an element of a process; its id when it has no name. */
        public String label(String process, String element) {
            var definition = definitions.get(process);
            var model =
                    definition == null ? null : engine.getRepositoryService().getBpmnModelInstance(definition);
            return model != null
                            && model.getModelElementById(element) instanceof FlowElement found
                            && found.getName() != null
                    ? found.getName()
                    : element;
        }

        /** Does what asks tables, such as the rules of a call, and tells what they said besides. */
        public <T> Told<T> hear(Supplier<T> asking) {
            var play = new Play(words, null);
            var said = play.run(asking);
            return new Told<>(said, play.rulings());
        }

        /** Plays one case; what it did is undone before the next. It never throws because of what a model says. */
        public Rehearsed play(Script script) {
            var definition = definitions.get(script.process());
            var play = new Play(words, script);
            if (definition == null) {
                return play.told(List.of(), Map.of(), Sentences.of("model.process", script.process()));
            }
            sql.sql("savepoint rehearsal").update();
            try {
                return play.run(() -> new Walk(play, definition).through());
            } finally {
                sql.sql("rollback to savepoint rehearsal").update();
            }
        }
    }

    /** @param rulings what tables said meanwhile, in order */
    public record Told<T>(T said, List<Rehearsed.Ruling> rulings) {}

    /** One process on its way. */
    private final class Walk {

        private final Play play;
        private final String definition;
        private String instance = "";
        private Map<String, Object> facts = Map.of();
        private List<String> waiting = List.of();

        private Walk(Play play, String definition) {
            this.play = play;
            this.definition = definition;
        }

        private Rehearsed through() {
            try {
                start();
                for (var turns = 0; turns < MOST_TURNS; turns++) {
                    var seen = look();
                    if (seen == null) {
                        return told(null);
                    }
                    var turn = play.script().next(seen);
                    if (turn == null) {
                        return told(null);
                    }
                    take(turn, seen);
                }
                return told(Sentences.of("rehearsal.endless", String.valueOf(MOST_TURNS)));
            } catch (RuntimeException failed) {
                return told(trouble(failed));
            }
        }

        private Rehearsed told(@Nullable String trouble) {
            return play.told(waiting, facts, trouble);
        }

        private String trouble(RuntimeException failed) {
            return ExceptionUtils.getThrowableList(failed).stream()
                    .filter(Play.Failed.class::isInstance)
                    .map(Throwable::getMessage)
                    .findFirst()
                    .orElseGet(() -> {
                        var said = String.valueOf(failed.getMessage());
                        var unknown = UNKNOWN.matcher(said);
                        return unknown.find()
                                ? Sentences.of("rehearsal.unknown", play.last(), unknown.group(1))
                                : Sentences.of("rehearsal.failed", play.last(), said);
                    });
        }

        private void start() {
            var declared = words().starts().stream()
                    .filter(start -> start.about() == about())
                    .map(StartWord::sets)
                    .findFirst()
                    .orElse(List.of());
            var given = new HashMap<>(play.facts(play.script().start(), declared, Sentences.of("rehearsal.start")));
            play.suppose(declared, given, Map.of());
            instance = unrestricted.command(context ->
                    runtime().startProcessInstanceById(definition, NAME, given).getId());
        }

        /** A process about sessions has a step of sessions. */
        private Subject about() {
            var steps = engine.getRepositoryService().getBpmnModelInstance(definition);
            return words().steps().stream()
                    .filter(step -> steps.getModelElementById(step.id()) != null)
                    .map(StepWord::about)
                    .findFirst()
                    .orElse(Subject.DOSSIER);
        }

        private Vocabulary words() {
            return models.vocabulary();
        }

        /** Null when it has ended. */
        private Script.@Nullable Waiting look() {
            return unrestricted.<Script.@Nullable Waiting>command(context -> {
                if (runtime()
                                .createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0) {
                    waiting = List.of();
                    return null;
                }
                facts = new TreeMap<>(runtime().getVariables(instance));
                waiting = List.copyOf(new LinkedHashSet<>(runtime().getActiveActivityIds(instance)));
                return new Script.Waiting(
                        waiting,
                        jobs().stream().map(this::element).distinct().toList(),
                        runtime()
                                .createEventSubscriptionQuery()
                                .processInstanceId(instance)
                                .eventType("message")
                                .listPage(0, MANY)
                                .stream()
                                .map(EventSubscription::getEventName)
                                .distinct()
                                .sorted()
                                .toList(),
                        facts);
            });
        }

        private List<Job> jobs() {
            return engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .listPage(0, MANY);
        }

        private String element(Job job) {
            return engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
        }

        private void take(Script.Turn turn, Script.Waiting seen) {
            if (turn instanceof Script.Answers answers) {
                answer(answers, seen);
            } else if (turn instanceof Script.Expires expires) {
                expire(expires.timer(), seen);
            } else if (turn instanceof Script.Receives receives) {
                receive(receives, seen);
            }
        }

        private void answer(Script.Answers answers, Script.Waiting seen) {
            var declared = words().step(answers.step()).map(StepWord::sets).orElse(List.of());
            var given = new HashMap<>(play.facts(answers.facts(), declared, answers.step()));
            play.suppose(declared, given, seen.facts());
            unrestricted.command(context -> {
                var task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(answers.step())
                        .listPage(0, 1);
                if (task.isEmpty()) {
                    throw elsewhere(answers.step(), seen);
                }
                return new CompleteTaskCmd(task.get(0).getId(), given).execute(context);
            });
        }

        private void expire(String timer, Script.Waiting seen) {
            var before = TransactionSynchronizationManager.getSynchronizations();
            unrestricted.run(() -> {
                var job = jobs().stream()
                        .filter(one -> timer.equals(element(one)))
                        .findFirst()
                        .orElseThrow(() -> elsewhere(timer, seen));
                engine.getManagementService().executeJob(job.getId());
            });
            repeatNothingAfterwards(before);
        }

        /** When a repeated timer is undone the engine takes it for failed, and looks for it to set it again. */
        private static void repeatNothingAfterwards(List<TransactionSynchronization> before) {
            var kept = TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(one -> before.contains(one)
                            || one.getClass().getEnclosingClass() != SpringTransactionContext.class)
                    .toList();
            TransactionSynchronizationManager.clearSynchronization();
            TransactionSynchronizationManager.initSynchronization();
            kept.forEach(TransactionSynchronizationManager::registerSynchronization);
        }

        private void receive(Script.Receives receives, Script.Waiting seen) {
            var declared = words().messages().stream()
                    .filter(message -> message.name().equals(receives.message()))
                    .map(MessageWord::sets)
                    .findFirst()
                    .orElse(List.of());
            var given = new HashMap<>(play.facts(receives.facts(), declared, receives.message()));
            play.suppose(declared, given, seen.facts());
            if (!seen.messages().contains(receives.message())) {
                throw elsewhere(receives.message(), seen);
            }
            unrestricted.run(() -> runtime()
                    .createMessageCorrelation(receives.message())
                    .processInstanceId(instance)
                    .setVariables(given)
                    .correlate());
        }

        private Play.Failed elsewhere(String awaited, Script.Waiting seen) {
            return new Play.Failed(Sentences.of("rehearsal.elsewhere", awaited, String.join(", ", seen.steps())));
        }

        private RuntimeService runtime() {
            return engine.getRuntimeService();
        }
    }
}
