package fr.ruche.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TableCounts;
import fr.ruche.TestDossiers;
import fr.ruche.TestModels;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actors;
import fr.ruche.programme.GivenCalls;
import fr.ruche.trial.Replay.State;
import fr.ruche.workshop.ProgrammeVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Dossiers that were really led to their end are played again, and those that would end otherwise are named. */
@IntegrationTest
class ReplayTests {

    private static final String DOSSIER = "dsdt-dossier.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    Replayer replayer;

    @Autowired
    Replays replays;

    @Autowired
    ReplayRunner runner;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    TestDossiers given;

    @Autowired
    GivenCalls calls;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Recusals recusals;

    @Autowired
    Actors actors;

    @Autowired
    TableCounts tables;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    /** Dossiers with reserves are refused. */
    private static TestModels stricter() {
        return TestModels.shipped()
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}",
                        "${conformityVerdict == 'CONFORM'}")
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'NOT_CONFORM'}",
                        "${conformityVerdict == 'NOT_CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}");
    }

    private DossierNumber withReserves() {
        var number = given.ficheDeposited();
        given.answer(
                number,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "CONFORM_WITH_RESERVES", "conformityReason", "À préciser (fictif)."));
        return number;
    }

    private DossierNumber notConform() {
        var number = given.ficheDeposited();
        given.answer(
                number,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "NOT_CONFORM", "conformityReason", "Hors sujet (fictif)."));
        return number;
    }

    /** Corrected once, then found conform: the same step is answered twice, and otherwise. */
    private DossierNumber corrected() {
        var number = given.ficheDeposited();
        given.answer(
                number,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "À compléter (fictif)."));
        dossiers.depositFiche(number, given.holder());
        given.answer(number, "userTask_checkConformity", "technicien", Map.of("conformityVerdict", "CONFORM"));
        return number;
    }

    private DossierNumber lapsed() {
        var number = given.opened();
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId("timer_ficheDeadline")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        return number;
    }

    private List<ReplayLine> replay(TestModels models, DossierNumber... numbers) {
        return replayer.replay(List.of(numbers), models.bytes(), Map.of());
    }

    @Test
    void whatHappenedHappensAgainWithTheSameVersion() {
        var abandoned = given.conform();
        dossiers.abandon(abandoned, given.holder(), "Projet arrêté (fictif).");
        var numbers = new DossierNumber[] {
            given.granted(), notConform(), corrected(), lapsed(), abandoned, given.onAgenda(), withReserves()
        };
        var before = tables.all();

        var lines = replay(TestModels.shipped(), numbers);

        assertThat(lines)
                .hasSize(numbers.length)
                .allSatisfy(
                        line -> assertThat(line.outcome()).as(line.toString()).isEqualTo(Outcome.SAME));
        assertThat(lines)
                .extracting(ReplayLine::before)
                .contains(
                        "Dossier caduc",
                        "Abandon enregistré",
                        "Fiche non conforme",
                        "attend à « Compléter le dossier »");
        assertThat(tables.all()).isEqualTo(before);
    }

    @Test
    void aChangedConditionNamesExactlyThoseThatEndOtherwise() {
        var reserved = withReserves();
        var lines = replay(stricter(), given.granted(), notConform(), reserved, corrected());

        assertThat(lines)
                .filteredOn(line -> line.outcome() != Outcome.SAME)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.dossier()).isEqualTo(reserved.value());
                    assertThat(line.outcome()).isEqualTo(Outcome.OTHERWISE);
                    assertThat(line.before()).isEqualTo("attend à « Compléter le dossier »");
                    assertThat(line.after()).isEqualTo("Fiche non conforme");
                    assertThat(line.parts()).isEqualTo("Fiche non conforme");
                    assertThat(line.why())
                            .contains("« La fiche est-elle conforme ? »", "« Non »", "CONFORM_WITH_RESERVES");
                });
    }

    /** What is asked for lies under a floor that was raised in the table. */
    @Test
    void aChangedRowIsNamedWithTheWayThatPartsThere() {
        var models = TestModels.shipped()
                .replace("eligibility.dmn", "<text>&lt; measure.floor</text>", "<text>&lt; 6000</text>");

        var lines = replay(models, given.granted(), notConform());

        assertThat(lines).extracting(ReplayLine::outcome).containsExactlyInAnyOrder(Outcome.OTHER_WAY, Outcome.SAME);
        assertThat(lines)
                .filteredOn(line -> line.outcome() == Outcome.OTHER_WAY)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.parts()).isEqualTo("Enregistrer la décision");
                    assertThat(line.why()).contains("Le dossier est-il éligible", "ELIG_05");
                });
    }

    /** A step to which nobody ever answered is followed to, unless the modeller says what is answered there. */
    @Test
    void beyondAStepToWhichNobodyAnsweredNothingIsKnown() {
        var models = TestModels.shipped()
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}",
                        "${conformityVerdict == 'CONFORM'}")
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'TO_CORRECT'}",
                        "${conformityVerdict == 'TO_CORRECT' || conformityVerdict == 'CONFORM_WITH_RESERVES'}");
        var number = withReserves();

        assertThat(replay(models, number)).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(line.parts()).isEqualTo("Corriger la fiche");
            assertThat(line.why()).contains("« Corriger la fiche »", "personne n’a jamais répondu");
        });
        assertThat(replayer.replay(
                        List.of(number),
                        models.bytes(),
                        Replays.answers(Replays.defaults(
                                "userTask_correctFiche\nuserTask_checkConformity: conformityVerdict=CONFORM"))))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo(Outcome.OTHER_WAY);
                    assertThat(line.after()).isEqualTo("attend à « Compléter le dossier »");
                });
    }

    @Test
    void aMissingTimerIsSaid() {
        var models = TestModels.shipped()
                .change(
                        DOSSIER,
                        text -> text.replaceAll(
                                        "(?s)<bpmn:boundaryEvent id=\"timer_ficheDeadline\".*?</bpmn:boundaryEvent>",
                                        "")
                                .replaceAll(
                                        "(?s)<bpmn:serviceTask id=\"serviceTask_lapseDossier_fiche\".*?</bpmn:serviceTask>",
                                        "")
                                .replaceAll("(?s)<bpmn:endEvent id=\"endEvent_ficheLapsed\".*?</bpmn:endEvent>", "")
                                .replaceAll(
                                        "<bpmn:sequenceFlow id=\"flow_(ficheDeadline|lapseDossier_fiche)_[^>]*/>", "")
                                .replaceAll(
                                        "(?s)<bpmndi:BPMN(Shape|Edge)[^>]*bpmnElement=\"(timer_ficheDeadline|serviceTask_lapseDossier_fiche|endEvent_ficheLapsed|flow_ficheDeadline_lapseDossier_fiche|flow_lapseDossier_fiche_ficheLapsed)\".*?</bpmndi:BPMN(Shape|Edge)>",
                                        ""));

        assertThat(replay(models, lapsed())).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(line.why()).contains("« Date limite atteinte »", "n’est plus attendu");
        });
    }

    @Test
    void aCallIsReplayedInTheBackgroundAndReadByThoseWhoMay() throws Exception {
        var modeller = actors.find("modeleur").orElseThrow();
        var manager = given.manager();
        var call = calls.open();
        var made = new ArrayList<DossierNumber>();
        given.in(call, () -> {
            made.add(withReserves());
            made.add(withReserves());
            made.add(given.ficheDeposited());
        });
        var reserved = made.get(0);
        var hidden = made.get(1);
        var draft = versions.draft("dsdt", null, modeller);
        versions.write(
                draft.id(),
                DOSSIER,
                Objects.requireNonNull(stricter().bytes().get(DOSSIER)),
                draft.file(DOSSIER).orElseThrow().revision(),
                modeller);

        var id = replays.start(draft.id(), call, Map.of(), modeller);
        runner.catchUp().get();

        var replay = replays.get(id, modeller);
        assertThat(replay.state()).isEqualTo(State.DONE);
        assertThat(replay.done()).isEqualTo(replay.dossiers()).isPositive();
        assertThat(replays.lines(id, Outcome.OTHERWISE, 0, modeller))
                .filteredOn(line -> line.dossier().equals(reserved.value()))
                .singleElement()
                .satisfies(line -> assertThat(line.title()).isNull());
        assertThat(replays.lines(id, Outcome.OTHERWISE, 0, manager))
                .filteredOn(line -> line.dossier().equals(reserved.value()))
                .singleElement()
                .satisfies(line -> assertThat(line.title()).isEqualTo("Ateliers de quartier (fictif)"));

        recusals.declare(hidden, "gestionnaire", "", "Membre du bureau (fictif).", manager);
        try {
            assertThat(replays.lines(id, Outcome.OTHERWISE, 0, manager))
                    .extracting(ReplayLine::dossier)
                    .contains(reserved.value())
                    .doesNotContain(hidden.value());
            assertThat(replays.get(id, manager).count(Outcome.OTHERWISE))
                    .isEqualTo(replay.count(Outcome.OTHERWISE) - 1);
        } finally {
            recusals.lift(hidden, "gestionnaire", "", "Plus membre (fictif).", manager);
        }
        var api = ApiClient.as("modeleur", port);
        assertThat(api.get("/workshop/replays/" + id).json().path("state").asText())
                .isEqualTo("DONE");
        assertThat(api.get("/workshop/replays/" + id + "/lines?outcome=OTHERWISE")
                        .text())
                .contains(reserved.value())
                .doesNotContain("Ateliers de quartier");
        assertThat(api.get("/workshop/versions/" + draft.id() + "/differences?with=" + draft.basis())
                        .json()
                        .path("differences")
                        .findValuesAsText("kind"))
                .containsOnly("CHANGED");
        assertThat(ApiClient.as("instructeur", port)
                        .get("/workshop/replays/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.as("admin", port)
                        .post(
                                "/workshop/versions/" + draft.id() + "/replays",
                                "{\"call\":\"" + TestDossiers.CALL + "\"}")
                        .status())
                .isEqualTo(403);
        calls.close(call);
    }

    @Test
    void aReplayIsStoppedAndGoesOn() throws Exception {
        var call = calls.open();
        given.in(call, given::ficheDeposited);
        var modeller = actors.find("modeleur").orElseThrow();
        var inService = versions.programme("dsdt", modeller).versions().get(0).id();
        var draft = versions.draft("dsdt", inService, modeller);
        var id = replays.start(draft.id(), call, Map.of(), modeller);
        runner.catchUp().get();

        assertThatThrownBy(() -> replays.stop(id, modeller)).hasMessageContaining("n’est pas en cours");
        assertThat(replays.get(id, modeller).state()).isEqualTo(State.DONE);
        calls.close(call);
    }

    @Test
    void whatCannotBeReplayedIsRefused() {
        var modeller = actors.find("modeleur").orElseThrow();
        var draft = versions.draft("dsdt", null, modeller).id();

        assertThatThrownBy(() -> replays.start(draft, "NO-SUCH-CALL", Map.of("x y", "=="), modeller))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.field())
                                .containsExactly("call", "defaults"));
        assertThatThrownBy(() -> replays.start(
                        draft, TestDossiers.CALL, Map.of(), actors.find("admin").orElseThrow()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> replays.start(draft, TestDossiers.CALL, Map.of(), given.holder()))
                .isInstanceOf(Forbidden.class);
    }
}
