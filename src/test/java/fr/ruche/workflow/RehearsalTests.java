package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TableCounts;
import fr.ruche.TestDossiers;
import fr.ruche.TestModels;
import fr.ruche.workflow.Script.Answers;
import fr.ruche.workflow.Script.Expires;
import fr.ruche.workflow.Script.Receives;
import fr.ruche.workflow.Script.Turn;
import fr.ruche.workflow.Script.Waiting;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Models that are not published run in the real engine, and nothing of it remains. */
@IntegrationTest
class RehearsalTests {

    private static final String DOSSIER = "dsdt-dossier.bpmn";

    private static final List<Turn> TO_THE_JURY = List.of(
            new Answers("userTask_depositFiche", Map.of("territory", "246200364", "sector", "artois-bassin-minier")),
            new Answers("userTask_checkConformity", Map.of("conformityVerdict", "CONFORM")),
            new Answers("userTask_completeDossier", Map.of()),
            new Answers("userTask_checkCompleteness", Map.of("completenessVerdict", "COMPLETE")),
            new Answers("userTask_instruct", Map.of()));

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    TestDossiers given;

    @Autowired
    TableCounts tables;

    @Autowired
    ModelVersions versions;

    @Autowired
    DeploymentGate gate;

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    private record Turns(Deque<Turn> turns, Map<String, Map<String, Object>> does) implements Script {

        static Turns of(Map<String, Map<String, Object>> does, List<Turn> first, Turn... then) {
            var turns = new ArrayDeque<>(first);
            turns.addAll(List.of(then));
            return new Turns(turns, does);
        }

        @Override
        public String process() {
            return "dsdt-dossier";
        }

        @Override
        public Map<String, Object> start() {
            return Map.of();
        }

        @Override
        public @Nullable Turn next(Waiting waiting) {
            return turns.poll();
        }

        @Override
        public Map<String, Object> does(String action, String element) {
            return does.getOrDefault(action, Map.of());
        }
    }

    private Rehearsed play(TestModels models, Turns turns) {
        return rehearsals.stage(models.bytes(), stage -> stage.play(turns));
    }

    @Test
    void aProcessIsWalkedToItsEnd() {
        var played = play(
                TestModels.shipped(),
                Turns.of(
                        Map.of("replayRules", Map.of("admissible", true)),
                        TO_THE_JURY,
                        new Receives("putOnAgenda", Map.of()),
                        new Answers("userTask_recordJuryOutcome", Map.of("juryOutcome", "FAVORABLE")),
                        new Answers("userTask_recordDecision", Map.of("decisionOutcome", "REJETE"))));

        assertThat(played.trouble()).isNull();
        assertThat(played.end()).isEqualTo("endEvent_decided");
        assertThat(played.steps())
                .containsExactly(
                        "userTask_depositFiche",
                        "userTask_checkConformity",
                        "userTask_completeDossier",
                        "userTask_checkCompleteness",
                        "userTask_instruct",
                        "event_putOnAgenda",
                        "userTask_recordJuryOutcome",
                        "userTask_recordDecision");
        assertThat(played.supposed()).containsEntry("scheduled", false).doesNotContainKey("admissible");
    }

    /** Which condition decided, and on which fact. */
    @Test
    void theExitThatWasTakenIsTold() {
        var played =
                play(TestModels.shipped(), Turns.of(Map.of("replayRules", Map.of("admissible", "false")), TO_THE_JURY));

        assertThat(played.waiting()).containsExactly("userTask_recordDecision");
        assertThat(played.way())
                .flatExtracting(passage -> Stream.ofNullable(passage.choice()).toList())
                .filteredOn(choice -> choice.at().equals("gateway_admissible"))
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.answer()).isEqualTo("Non");
                    assertThat(choice.condition()).isEqualTo("${!admissible}");
                    assertThat(choice.facts()).containsEntry("admissible", false);
                });
    }

    @Test
    void aTimerComesWhenTheScriptSaysSo() {
        var played = play(
                TestModels.shipped(),
                Turns.of(Map.of(), List.of(new Expires("timer_ficheReminder"), new Expires("timer_ficheDeadline"))));

        assertThat(played.trouble()).isNull();
        assertThat(played.end()).isEqualTo("endEvent_ficheLapsed");
        assertThat(played.way())
                .extracting(Rehearsed.Passage::element)
                .contains("serviceTask_remindHolder_fiche", "serviceTask_lapseDossier_fiche");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRepeatedTimerThatIsUndoneIsNotTakenForFailed(CapturedOutput output) {
        aTimerComesWhenTheScriptSaysSo();

        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void anAddedStepIsWalkedThrough() {
        var played = play(
                ComparisonTests.withAStepBetween(TestModels.shipped()), Turns.of(Map.of(), TO_THE_JURY.subList(0, 4)));

        assertThat(played.waiting()).containsExactly("userTask_instruct");
        assertThat(played.way())
                .extracting(Rehearsed.Passage::element)
                .containsSubsequence(
                        "userTask_checkCompleteness", "serviceTask_remindHolder_advice", "userTask_instruct");
    }

    @Test
    void whatIsWrongInAScriptIsSaid() {
        assertThat(play(TestModels.shipped(), Turns.of(Map.of(), List.of(new Answers("userTask_instruct", Map.of()))))
                        .trouble())
                .contains("userTask_instruct", "userTask_depositFiche");
        assertThat(play(
                                TestModels.shipped(),
                                Turns.of(
                                        Map.of(),
                                        TO_THE_JURY.subList(0, 1),
                                        new Answers("userTask_checkConformity", Map.of("conformityVerdict", "MAYBE"))))
                        .trouble())
                .contains("MAYBE", "CONFORM_WITH_RESERVES");
        assertThat(play(
                                TestModels.shipped(),
                                Turns.of(
                                        Map.of(),
                                        List.of(new Answers("userTask_depositFiche", Map.of("admissible", true)))))
                        .trouble())
                .contains("admissible", "userTask_depositFiche");
    }

    @Test
    void whatTheGateRefusesIsNotRehearsed() {
        var broken = TestModels.shipped().replace(DOSSIER, "${acknowledgeFiche}", "${noSuchAction}");

        assertThatThrownBy(() -> play(broken, Turns.of(Map.of(), List.of()))).isInstanceOf(ModelRefused.class);
        assertThat(memory()).isEqualTo(memory());
    }

    /** Rows, definitions in memory, versions, what the job executor may pick up: all as before. */
    @Test
    void nothingIsLeftBehind() {
        var running = given.ficheDeposited();
        var before = tables.all();
        var memory = memory();
        var version = versions.ofProcess("dsdt-dossier");

        aProcessIsWalkedToItsEnd();
        aTimerComesWhenTheScriptSaysSo();
        assertThatThrownBy(() -> play(
                        TestModels.shipped().replace(DOSSIER, "${acknowledgeFiche}", "${noSuchAction}"),
                        Turns.of(Map.of(), List.of())))
                .isInstanceOf(ModelRefused.class);

        assertThat(tables.all()).isEqualTo(before);
        assertThat(memory()).isEqualTo(memory);
        assertThat(versions.ofProcess("dsdt-dossier")).isEqualTo(version);
        given.answer(running, "userTask_checkConformity", "technicien", Map.of("conformityVerdict", "CONFORM"));
        assertThat(processes.waitingAt(running.value())).containsExactly("userTask_completeDossier");
    }

    /** The number of the version that was rehearsed is given to what is deployed next, and that is what runs. */
    @Test
    void theSameVersionDeploysAfterwards() {
        play(ComparisonTests.withAStepBetween(TestModels.shipped()), Turns.of(Map.of(), TO_THE_JURY));
        var latest = versions.ofProcess("dsdt-dossier");

        var deployed = new String[1];
        gate.open(() -> {
            var deployment = engine.getRepositoryService().createDeployment();
            TestModels.shipped()
                    .bytes()
                    .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            deployed[0] = deployment.deploy().getId();
        });
        try {
            assertThat(versions.ofProcess("dsdt-dossier")).hasSize(latest.size() + 1);
            var number = given.ficheDeposited();
            assertThat(processes.waitingAt(number.value())).containsExactly("userTask_checkConformity");
            given.answer(number, "userTask_checkConformity", "technicien", Map.of("conformityVerdict", "CONFORM"));
            assertThat(processes.waitingAt(number.value())).containsExactly("userTask_completeDossier");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed[0], true);
        }
    }

    /** What the engine holds in memory: definitions, and the deployments whose jobs it would run. */
    private List<Object> memory() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var cache = configuration.getDeploymentCache();
        return List.of(
                java.util.Set.copyOf(cache.getProcessDefinitionCache().keySet()),
                java.util.Set.copyOf(cache.getDecisionDefinitionCache().keySet()),
                java.util.Set.copyOf(
                        cache.getDecisionRequirementsDefinitionCache().keySet()),
                java.util.Set.copyOf(cache.getBpmnModelInstanceCache().keySet()),
                java.util.Set.copyOf(cache.getDmnDefinitionCache().keySet()),
                java.util.Set.copyOf(configuration.getRegisteredDeployments()));
    }
}
