package fr.ruche.residences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TestMoves;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.CallVariants;
import fr.ruche.programme.Calls;
import fr.ruche.programme.GivenCalls;
import fr.ruche.workflow.AnotherVersion;
import fr.ruche.workflow.ModelReview;
import fr.ruche.workflow.Processes;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.WorkshopGiven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The Résidences, a programme without money, juries or rules that compute: carried by the models and the parameters of
 * {@code src/test/resources/residences}, without a line of Java, from an empty draft of the workshop on.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResidencesTests {

    private static final String CALL = "RESIDENCES-2027";
    private static final String MAYOR = "mairie-essai";
    private static final String EXPRESSION = """
            {"title": "Redonner vie au centre-bourg (fictif)", "summary": "Les vitrines se vident.", "commune": "62498",
             "holder": {"kind": "COMMUNE", "name": "Commune de l’Exemple (fictive)", "siret": "99900001100018",
              "address": "Place de l’Exemple", "representative": "Camille Exemple", "contactName": "Dominique Exemple",
              "contactEmail": "mairie@exemple.fr"}}""";

    private static final Map<String, Object> ACCEPTED =
            Map.of("laureate", true, "manqueIngenierie", "Aucun urbaniste.", "suite", "POURSUIVRE");

    @LocalServerPort
    int port;

    @Autowired
    ModelReview models;

    @Autowired
    ProgrammeVersions workshop;

    @Autowired
    WorkshopGiven modeller;

    @Autowired
    RepositoryService repository;

    @Autowired
    AnotherVersion versions;

    @Autowired
    GivenCalls given;

    @Autowired
    Calls calls;

    @Autowired
    TestDossiers steps;

    @Autowired
    TestMoves moves;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @BeforeAll
    void carryTheProgramme() throws IOException {
        var draft = workshop.create("residences", "Résidences (essai)", modeller.modeller());
        workshop.put(draft.id(), bundle(), draft.revision(), modeller.modeller());
        modeller.published(draft.id());
        accounts.ensure(MAYOR, new Membership(Role.HOLDER, null));
        accounts.ensure("agence-essai", new Membership(Role.CONSULTED, "urba8"));
        accounts.ensure("etat-essai", new Membership(Role.CONSULTED, "etat"));
    }

    @AfterAll
    void takeAway() {
        given.close(CALL);
        moves.await();
        var deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("residences-dossier")
                .singleResult()
                .getDeploymentId();
        versions.takeAway(new AnotherVersion.Deployed(deployment, 1));
    }

    @Test
    void theGateHasNothingToSay() throws IOException {
        var files = bundle();
        files.keySet().removeIf(name -> name.endsWith(".call.yaml") || name.endsWith(".letter.txt"));
        assertThat(models.review(files).findings()).isEmpty();
    }

    @Test
    void aResidenceGoesFromTheRequestToItsFollowUp() {
        var number = deposited();
        assertThat(dossiers.lastAssessment(number)).isEmpty();
        answer(number, "eligibilite", "instructeur", ACCEPTED);
        answer(number, "cadrage", "instructeur", framing());
        answer(
                number,
                "equipe",
                "agence-essai",
                Map.of("agence", "Agence fictive", "experts", List.of("cerema", "epf"), "datesPrevues", "Mars"));
        answer(number, "preparation", "agence-essai", Map.of("programmeDesJournees", "Balade, ateliers."));
        answer(number, "immersion", "agence-essai", day("15/03/2027", "REPRENDRE"));
        answer(number, "immersion", "agence-essai", day("16/03/2027", "POURSUIVRE"));
        answer(number, "restitutionProvisoire", "agence-essai", Map.of("tenue", "non"));
        answer(number, "analyse", "agence-essai", Map.of("recommandations", "Ouvrir la halle."));
        answer(number, "relectureCommune", "instructeur", Map.of("remarquesCommune", "D’accord."));
        steps.answer(number, "userTask_consult_etat", "etat-essai", Map.of("avis", "FAVORABLE"));
        steps.answer(number, "userTask_consult_departement", "departement", Map.of("avis", "RESERVE"));
        answer(number, "restitution", "agence-essai", Map.of("restitueLe", "10/05/2027", "presents", "Les élus."));
        answer(number, "cahier", "instructeur", Map.of("cahierTitre", "Cahier", "suite", "REPRENDRE"));
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_record_analyse");
        answer(number, "analyse", "agence-essai", Map.of("recommandations", "Ouvrir la halle le soir."));
        answer(number, "relectureCommune", "instructeur", Map.of("remarquesCommune", "D’accord."));
        steps.answer(number, "userTask_consult_etat", "etat-essai", Map.of("avis", "FAVORABLE"));
        steps.answer(number, "userTask_consult_departement", "departement", Map.of("avis", "FAVORABLE"));
        answer(number, "restitution", "agence-essai", Map.of("restitueLe", "11/06/2027", "presents", "Les élus."));
        fire(number, "timer_cahier");
        answer(number, "relance", "instructeur", Map.of("relanceReponse", "La semaine prochaine."));
        answer(number, "cahier", "instructeur", Map.of("cahierTitre", "Cahier de synthèse", "suite", "POURSUIVRE"));
        for (var months : List.of("6", "12", "24")) {
            assertThat(dossiers.get(number).step()).isEqualTo("timer_suivi" + months);
            fire(number, "timer_suivi" + months);
            answer(number, "suivi" + months, "instructeur", Map.of("actions", "La halle est ouverte."));
        }

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ACHEVE);
        assertThat(processes.waitingAt(number.value())).isEmpty();
        assertThat(letters(number)).contains(Letter.FICHE_RECEIVED, Letter.COMPLETED);
        assertThat(notifications.of(number))
                .filteredOn(letter -> letter.letter() == Letter.COMPLETED)
                .extracting(Message::subject)
                .containsExactly("Votre résidence est menée à son terme : " + number);
        var kept = ApiClient.as("instructeur", port)
                .get("/dossiers/" + number + "/consultations")
                .json();
        assertThat(kept).hasSize(23);
        assertThat(kept.at("/1/label").asText()).isEqualTo("Signer la note de cadrage");
        assertThat(kept.at("/1/opinion").isNull()).isTrue();
        assertThat(kept.at("/1/answers/0/shown").asText()).isEqualTo("Commerce et habitat.");
        assertThat(kept.at("/2/answers/1/shown").asText()).isEqualTo("CEREMA\nÉtablissement public foncier");
        assertThat(kept.at("/10/opinion").asText()).isEqualTo("RESERVE");
        everyPageIsPlain(number);
        assertThat(page("instructeur", "/bureau/dossiers/" + number))
                .contains("Mené à son terme", "Étapes du modèle", "Commerce et habitat.", "Services consultés")
                .doesNotContain("id=\"regles\"", "id=\"budget\"");
        assertThat(page(MAYOR, "/porteur/dossiers/" + number)).contains("Le dossier est mené à son terme.");
    }

    @Test
    void aRefusedRequestIsToldWhy() {
        var number = deposited();
        assertThatThrownBy(() -> answer(
                        number,
                        "eligibilite",
                        "instructeur",
                        Map.of("manqueIngenierie", "Une équipe complète.", "suite", "REFUSER")))
                .isInstanceOf(Rejected.class);

        answer(number, "eligibilite", "instructeur", refusal());

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REFUSE);
        assertThat(notifications.of(number))
                .filteredOn(letter -> letter.letter() == Letter.REFUSED)
                .singleElement()
                .satisfies(letter -> assertThat(letter.body())
                        .startsWith("Bonjour,\n\nLa demande de résidence « Redonner vie au centre-bourg")
                        .contains("La commune n’est pas lauréate.", "Voies et délais de recours"));
        everyPageIsPlain(number);
    }

    @Test
    void theWaitingListIsNoDeadEnd() {
        var number = deposited();
        answer(number, "eligibilite", "instructeur", waiting());
        answer(number, "attente", "gestionnaire", Map.of("attenteRemarque", "Une équipe est libre."));
        answer(number, "eligibilite", "instructeur", waiting());
        fire(number, "timer_attente");
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_record_eligibilite");

        dossiers.withdraw(number, steps.manager(), "Dispositif suspendu");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.RETIRE);
    }

    @Test
    void theCommuneMayGiveUpAtAnyTime() {
        var number = deposited();
        answer(number, "eligibilite", "instructeur", ACCEPTED);

        assertThat(mayor().post("/dossiers/" + number + "/abandon", "{\"motive\": \"Nouvelle équipe municipale\"}")
                        .status())
                .isEqualTo(200);
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ABANDONNE);
    }

    @Test
    void theCommuneIsAskedForNoMoneyAndNothingThatMeansNothingToIt() {
        var form = page(MAYOR, "/porteur/dossiers/nouveau?appel=" + CALL);
        assertThat(form)
                .contains("name=\"title\"", "name=\"measure\" value=\"RESIDENCE\"")
                .doesNotContain(
                        "estimatedCost", "priorContact.date", "name=\"scale\"", "startsOn", "activityProgramme");
        var paid = EXPRESSION.replaceFirst("\\{", "{\"estimatedRequest\": 500.00, ");
        assertThat(mayor().post("/dossiers", "{\"call\": \"%s\", \"fiche\": %s}".formatted(CALL, paid))
                        .faults())
                .containsExactly("fiche.estimatedRequest:MONEY");
    }

    @Test
    void thereIsNoTestOfRulesThatDoNotExist() {
        assertThat(page(MAYOR, "/appels/" + CALL))
                .contains("un accompagnement")
                .doesNotContain("eligibilite", "Demande minimale");
        assertThat(page(MAYOR, "/")).doesNotContain("/appels/" + CALL + "/eligibilite");
        assertThat(new TestBrowser(port).get("/appels/" + CALL + "/eligibilite").statusCode())
                .isEqualTo(404);
        assertThat(ApiClient.as(MAYOR, port)
                        .post(
                                "/programmes/" + CALL + "/eligibility",
                                "{\"measure\": \"RESIDENCE\", \"scale\": \"COMMUNALE\","
                                        + " \"holder\": {\"kind\": \"COMMUNE\"}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachStepHasItsOwnDelayAndFollowsTheCall() {
        var number = deposited();
        assertThat(due(number)).isEqualTo(inDays(30));
        answer(number, "eligibilite", "instructeur", waiting());
        assertThat(due(number)).isEqualTo(inDays(180));
        assertThat(timer(number, "timer_attente")).isEqualTo(inDays(180));

        change("userTask_record_attente", 90);
        assertThat(due(number)).isEqualTo(inDays(90));
        assertThat(dossiers.get(number).dueAt()).isEqualTo(inDays(90));
        assertThat(timer(number, "timer_attente")).isEqualTo(inDays(180));
        change("timer_attente", 200);
        assertThat(timer(number, "timer_attente")).isEqualTo(inDays(200));
        assertThat(page("gestionnaire", "/bureau/gestion/appels/" + CALL))
                .contains("Suivre la liste d’attente", "name=\"delays.steps.userTask_record_attente\"", "value=\"90\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bureau/dossiers?call=" + CALL,
                "/bureau/pilotage?call=" + CALL,
                "/bureau/pilotage/parcours?call=" + CALL,
                "/bureau/pilotage/equite?call=" + CALL,
                "/bureau/mes-taches?view=ALL",
                "/bureau/gestion/appels/" + CALL
            })
    void thePagesOfTheCallAreThere(String address) {
        deposited();
        assertThat(page("gestionnaire", address)).doesNotContain("null", "??");
    }

    private void everyPageIsPlain(DossierNumber number) {
        for (var reader : Map.of(
                        "instructeur",
                        "/bureau/dossiers/" + number,
                        "gestionnaire",
                        "/bureau/dossiers/" + number,
                        MAYOR,
                        "/porteur/dossiers/" + number)
                .entrySet()) {
            assertThat(page(reader.getKey(), reader.getValue()))
                    .as(reader.getKey())
                    .contains("Redonner vie au centre-bourg")
                    .doesNotContain("null", "??", "€", "Dossier complet");
        }
        assertThat(page(MAYOR, "/porteur")).contains(number.value()).doesNotContain("0,00");
    }

    private DossierNumber deposited() {
        var opened = mayor().post("/dossiers", "{\"call\": \"%s\", \"fiche\": %s}".formatted(CALL, EXPRESSION));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var number = new DossierNumber(opened.json().path("number").asText());
        var deposit = mayor().post("/dossiers/" + number + "/fiche/deposit");
        assertThat(deposit.status()).as(deposit.text()).isEqualTo(200);
        assertThat(deposit.json().path("fiche").path("measure").asText()).isEqualTo("RESIDENCE");
        return number;
    }

    private ApiClient mayor() {
        return ApiClient.as(MAYOR, port);
    }

    private void answer(DossierNumber number, String word, String account, Map<String, Object> fields) {
        accounts.as(account, () -> steps.answer(number, "userTask_record_" + word, account, fields));
    }

    private static Map<String, Object> framing() {
        return Map.of("axes", "Commerce et habitat.", "perimetre", "Le centre", "noteSigneeLe", "01/02/2027");
    }

    private static Map<String, Object> day(String day, String follows) {
        return Map.of("jourTenu", day, "participants", "40 habitants", "compteRendu", "Balade.", "suite", follows);
    }

    private static Map<String, Object> waiting() {
        return Map.of("laureate", true, "manqueIngenierie", "Aucun urbaniste.", "suite", "ATTENDRE");
    }

    private static Map<String, Object> refusal() {
        return Map.of(
                "manqueIngenierie",
                "Une équipe complète.",
                "suite",
                "REFUSER",
                "motifPorteur",
                "La commune n’est pas lauréate.");
    }

    private void fire(DossierNumber number, String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId(timer)
                .singleResult()
                .getId());
    }

    private Instant timer(DossierNumber number, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId(timer)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private String instance(DossierNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    private Instant due(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private Instant inDays(int days) {
        return ParisTime.endOf(ParisTime.dayOf(clock.instant()).plusDays(days));
    }

    private void change(String element, int days) {
        var changed = CallVariants.with(
                calls.current(CALL).parameters(),
                call -> ((ObjectNode) call.path("delays").path("steps")).put(element, days));
        calls.change(CALL, changed, "gestionnaire", "Essai");
        moves.await();
    }

    private List<Letter> letters(DossierNumber number) {
        return notifications.of(number).stream().map(Message::letter).toList();
    }

    private String page(String account, String address) {
        var answer = new TestBrowser(port).signIn(account).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, byte[]> bundle() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var found = Files.list(Path.of("src/test/resources/residences"))) {
            for (var file : found.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
