package fr.ruche.consultation;

import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Interventions;
import fr.ruche.dossier.StepNames;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.listing.ListWords;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.AnotherVersion;
import fr.ruche.workflow.Answered;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A modeller asks the Département, without a developer, on the real engine. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> ANSWER = Map.of(
            "avis", "RESERVE",
            "reserves", "Le foyer *voisin* n’est pas associé.",
            "cofinance", true,
            "canton", "sud",
            "politiques", List.of("enfance", "insertion"));

    @LocalServerPort
    int port;

    @Autowired
    AnotherVersion versions;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Interventions interventions;

    @Autowired
    Consultations consultations;

    @Autowired
    Calls calls;

    @Autowired
    StepNames names;

    @Autowired
    ListWords lists;

    @Autowired
    Actors actors;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    private AnotherVersion.@Nullable Deployed deployed;

    @BeforeAll
    void askTheDepartement() {
        deployed = AskedDepartement.deploy(versions);
        accounts.ensure("caf-essai", new Membership(Role.CONSULTED, "caf"));
    }

    @AfterAll
    void takeAway() {
        versions.takeAway(Objects.requireNonNull(deployed));
    }

    @Test
    void theServiceIsOfferedTheTaskWithTheDaysOfTheCall() {
        var number = given.complete();

        var task = task(number);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(AskedDepartement.STEP);
        var days = calls.current(TestDossiers.CALL).parameters().delays().consultationDays();
        assertThat(days).isEqualTo(10);
        var due = ParisTime.endOf(ParisTime.dayOf(clock.instant()).plusDays(days));
        assertThat(task.getDueDate().toInstant()).isEqualTo(due);
        assertThat(dossiers.get(number).dueAt()).isEqualTo(due);
        assertThat(dossiers.get(number).stepLabel()).isEqualTo(AskedDepartement.LABEL);
        assertThat(ApiClient.as("departement", port)
                        .get("/tasks?id=" + task.getId())
                        .text())
                .contains(number.value());
        assertThat(page("departement", "/bureau/mes-taches")).contains(number.value(), AskedDepartement.LABEL);
        assertThat(page("caf-essai", "/bureau/mes-taches")).doesNotContain(number.value());
    }

    @Test
    void theDaysThatAreGivenByHandAreThoseOfTheConsultation() {
        var number = given.complete();
        var due = Objects.requireNonNull(dossiers.get(number).dueAt());
        interventions.suspend(number, "Essai", given.manager());
        assertThat(dossiers.get(number).dueAt()).isNull();
        interventions.resume(number, "Essai", given.manager());

        assertThat(dossiers.get(number).dueAt()).isEqualTo(due);
        assertThat(task(number).getDueDate().toInstant()).isEqualTo(due);
    }

    @Test
    void tasklistShowsTheFormAndTakesTheAnswer() throws Exception {
        var number = given.complete();
        var task = "/engine-rest/task/" + task(number).getId();
        var browser = new TestBrowser(port);

        assertThat(browser.get(task + "/deployed-form", basic("departement")).body())
                .contains("Vos réserves", "Politiques concernées");
        var shown = JSON.readTree(
                browser.get(task + "/form-variables", basic("departement")).body());
        assertThat(shown.at("/dossierNumber/value").asText()).isEqualTo(number.value());
        assertThat(shown.has("ruleResults")).isFalse();
        var answer = browser.json("POST", task + "/submit-form", """
                {"variables": {"avis": {"value": "FAVORABLE"}, "reserves": {"value": "ne compte pas"},
                 "politiques": {"value": "[\\"insertion\\"]", "type": "json"}}}""", basic("departement"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_instruct");
        assertThat(given(number).answers())
                .extracting(Answered::key, Answered::shown)
                .containsExactly(
                        tuple("avis", "Favorable"),
                        tuple("cofinance", "Non"),
                        tuple("canton", ""),
                        tuple("politiques", "Insertion"),
                        tuple("correspondant", ""));
    }

    @Test
    void theAnswerIsKeptAsItWasReadAndIsNoVariable() {
        var number = answered();

        var kept = given(number);
        assertThat(kept.step()).isEqualTo(AskedDepartement.STEP);
        assertThat(kept.label()).isEqualTo(AskedDepartement.LABEL);
        assertThat(kept.opinion()).isEqualTo(ServiceOpinion.RESERVE);
        assertThat(kept.by()).isEqualTo("Compte departement");
        assertThat(kept.onBehalfOf()).isNull();
        assertThat(kept.answers())
                .containsExactly(
                        new Answered("avis", "Votre avis", "radio", "Avec réserves"),
                        new Answered("reserves", "Vos réserves", "textarea", "Le foyer *voisin* n’est pas associé."),
                        new Answered("cofinance", "Le Département cofinance", "checkbox", "Oui"),
                        new Answered("canton", "Canton", "select", "Canton sud (fictif)"),
                        new Answered("politiques", "Politiques concernées", "checklist", "Enfance\nInsertion"),
                        new Answered("correspondant", "Votre service", "textfield", ""));
        var variables = engine.getVariables(engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId());
        assertThat(variables).containsEntry("consultation", "RESERVE").doesNotContainKeys("avis", "reserves", "canton");
    }

    @Test
    void itIsReadInTheCaseFileInTheHistoryAndByTheInstructor() throws Exception {
        var number = answered();

        assertThat(page("instructeur", "/bureau/dossiers/" + number))
                .contains("Services consultés", "Vos réserves", "Le foyer *voisin* n’est pas associé.", "Canton sud");
        var told = dossiers.timeline(number).stream()
                .filter(entry -> entry.kind().equals("CONSULTATION_GIVEN"))
                .toList();
        assertThat(told)
                .singleElement()
                .extracting(TimelineEntry::text, TimelineEntry::author)
                .containsExactly("Avis du Département : avis réservé.", "departement");
        assertThat(dossiers.timeline(number, given.holder()))
                .extracting(TimelineEntry::kind)
                .doesNotContain("CONSULTATION_GIVEN");
        var api = ApiClient.as("instructeur", port).get("/dossiers/" + number + "/consultations");
        assertThat(api.json().at("/0/answers/1/shown").asText()).isEqualTo("Le foyer *voisin* n’est pas associé.");
        assertThat(ApiClient.as("porteur", port)
                        .get("/dossiers/" + number + "/consultations")
                        .status())
                .isEqualTo(403);
        var shown = JSON.readTree(new TestBrowser(port)
                .get("/engine-rest/task/" + task(number).getId() + "/form-variables", basic("instructeur"))
                .body());
        assertThat(shown.at("/consultations/value").asText())
                .contains(
                        "Avis du Département (Compte departement, ",
                        "Votre avis : Avec réserves",
                        "foyer \\*voisin\\*");
    }

    @Test
    void theServiceReadsWhatThePorteurWroteAndNothingElse() {
        var number = answered();
        given.answer(number, "userTask_instruct", "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        var api = ApiClient.as("departement", port);

        var dossier = api.get("/dossiers/" + number);
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(dossier.text())
                .contains("Ateliers de quartier", "Un atelier par semaine.")
                .doesNotContain("0122", "\"instructeur\"", "\"technicien\"", "RIB");
        var page = page("departement", "/bureau/dossiers/" + number);
        assertThat(page)
                .contains("Ateliers de quartier", "Le budget", "Vos réserves")
                .doesNotContain("0122", "Compte instructeur", "Compte technicien", "RIB.pdf", "id=\"historique\"");
        for (var hidden : List.of("/conformity", "/instruction", "/messages", "/decisions")) {
            assertThat(api.get("/dossiers/" + number + hidden).status())
                    .as(hidden)
                    .isIn(403, 404);
        }
        var papers = ApiClient.as("instructeur", port)
                .get("/dossiers/" + number + "/documents")
                .json();
        papers.forEach(paper -> assertThat(api.get("/dossiers/" + number + "/documents/"
                                + paper.path("id").asText())
                        .status())
                .as(paper.toString())
                .isEqualTo(paper.path("kind").asText().equals("RIB") ? 404 : 200));
        for (var change : List.of("/withdraw", "/suspend", "/route", "/bank-account")) {
            assertThat(api.post("/dossiers/" + number + change, "{\"motive\":\"x\",\"route\":\"JURY_REGIONAL\"}")
                            .status())
                    .as(change)
                    .isIn(403, 404);
        }
    }

    @Test
    void anotherServiceNeitherReadsNorAnswers() {
        var number = given.complete();
        var stranger = actors.find("caf-essai").orElseThrow();
        var own = actors.find("departement").orElseThrow();

        assertThat(dossiers.sees(stranger, number)).isFalse();
        assertThat(dossiers.sees(own, number)).isTrue();
        assertThat(listed("caf-essai", number)).isFalse();
        assertThat(listed("departement", number)).isTrue();
        assertThat(ApiClient.as("caf-essai", port).get("/dossiers/" + number).status())
                .isEqualTo(404);
        var refused = new TestBrowser(port)
                .json(
                        "POST",
                        "/engine-rest/task/" + task(number).getId() + "/submit-form",
                        "{\"variables\":{\"avis\":{\"value\":\"FAVORABLE\"}}}",
                        basic("caf-essai"));
        assertThat(refused.statusCode()).isIn(403, 404);
        assertThat(processes.waitingAt(number.value())).containsExactly(AskedDepartement.STEP);
        // what was asked of nobody of the service is not its concern
        assertThat(dossiers.sees(own, given.fullDeposited())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUI", "favorable", "", "SANS_AVIS"})
    void anOpinionThatTheFormDoesNotOfferIsRefused(String opinion) {
        refuse(Map.of("avis", opinion), "Votre avis");
    }

    @Test
    void anAnswerIsHeldAgainstTheFormAndNothingIsKept() {
        refuse(Map.of("avis", "RESERVE"), "« Vos réserves » est obligatoire.");
        refuse(Map.of("avis", "FAVORABLE", "consultation", "FAVORABLE"), "« consultation »");
        refuse(Map.of("avis", "FAVORABLE", "juryGroup", "managers"), "« juryGroup »");
        refuse(Map.of("avis", "FAVORABLE", "politiques", List.of("autre")), "« Politiques concernées »");
        refuse(Map.of("avis", "FAVORABLE", "correspondant", "x".repeat(121)), "« Votre service »");
    }

    @Test
    void itStaysWhenTheDossierIsBroughtBack() {
        var number = answered();
        var points = interventions.returnPoints(number, given.manager());
        assertThat(points).extracting(point -> point.label()).contains(AskedDepartement.LABEL);

        interventions.bring(number, AskedDepartement.STEP, null, "À revoir", given.manager());

        assertThat(processes.waitingAt(number.value())).containsExactly(AskedDepartement.STEP);
        given.answer(number, AskedDepartement.STEP, "departement", Map.of("avis", "DEFAVORABLE"));
        assertThat(consultations.history(number, given.manager()))
                .extracting(Consultation::opinion)
                .containsExactly(ServiceOpinion.RESERVE, ServiceOpinion.DEFAVORABLE);
    }

    @Test
    void pagesCallTheStepAsItsDiagramDoes() {
        assertThat(names.name(AskedDepartement.STEP)).isEqualTo(AskedDepartement.LABEL);
        assertThat(names.ofModellers()).containsExactly(AskedDepartement.STEP);
        assertThat(lists.reader().filters("step=" + AskedDepartement.STEP))
                .containsExactly("Étape : Avis du Département");
        var number = given.complete();
        assertThat(page("departement", "/bureau/dossiers?step=" + AskedDepartement.STEP))
                .contains(number.value(), ">Avis du Département</option>");
        assertThat(page("gestionnaire", "/bureau")).contains(AskedDepartement.LABEL);
        assertThat(page("departement", "/bureau/absences")).contains(AskedDepartement.LABEL);
        assertThat(page("caf-essai", "/bureau/absences")).doesNotContain(AskedDepartement.LABEL);
        assertThat(page("gestionnaire", "/bureau/pilotage/parcours?call=" + TestDossiers.CALL))
                .contains(AskedDepartement.LABEL);
        assertThat(page("gestionnaire", "/bureau/mes-taches?view=ALL")).contains("Service consulté, Département");
    }

    private void refuse(Map<String, Object> fields, String sentence) {
        var number = given.complete();
        assertThatThrownBy(() -> given.answer(number, AskedDepartement.STEP, "departement", fields))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(sentence);
        assertThat(consultations.history(number, given.manager())).isEmpty();
        assertThat(processes.waitingAt(number.value())).containsExactly(AskedDepartement.STEP);
    }

    private DossierNumber answered() {
        var number = given.complete();
        accounts.as("departement", () -> given.answer(number, AskedDepartement.STEP, "departement", ANSWER));
        return number;
    }

    private Consultation given(DossierNumber number) {
        return consultations.history(number, given.manager()).get(0);
    }

    private Task task(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
    }

    private boolean listed(String account, DossierNumber number) {
        return dossiers
                .search(
                        DossierFilter.ALL.containing(number.value()),
                        actors.find(account).orElseThrow(),
                        0,
                        10,
                        DossierSort.NUMBER)
                .items()
                .stream()
                .anyMatch(line -> line.number().equals(number.value()));
    }

    private String page(String account, String address) {
        var answer = new TestBrowser(port).signIn(account).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
