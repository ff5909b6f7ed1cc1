package fr.ruche.notification;

import static fr.ruche.workshop.WorkshopGiven.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestCalls;
import fr.ruche.TestDiagram;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Seals;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.notification.LetterTemplate.Source;
import fr.ruche.workshop.Approvals;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.VersionState;
import fr.ruche.workshop.WorkshopGiven;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters of a bundle come into service with it; a manager may change them for that programme. */
@IntegrationTest
class StatedLettersTests {

    private static final String FILE = "abandoned.letter.txt";
    private static final String PATH = "/letters/ABANDONED";
    private static final String TEXT = "Abandon : {number}\n\nBonjour,\n\nVotre résidence s’arrête.\n\n{reason}\n";

    @LocalServerPort
    int port;

    @Autowired
    StatedLetters stated;

    @Autowired
    LetterTemplates templates;

    @Autowired
    Notifications notifications;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    WorkshopGiven given;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestCalls call;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    private String code;

    @BeforeEach
    void aProgrammeOfItsOwn() {
        code = WorkshopGiven.code();
    }

    @Test
    void aLetterOfADossierIsThatOfItsProgramme() {
        publishFirst(TEXT);
        var original = call.current();
        DossierNumber of;
        try {
            call.change(tree -> tree.put("process", code));
            of = dossiers.opened();
            notifications.write(of, Letter.ABANDONED, Map.of("reason", "Essai."));
            notifications.write(of, Letter.SUSPENDED, Map.of("reason", "Essai."));
        } finally {
            call.change(original);
        }
        var another = dossiers.opened();
        notifications.write(another, Letter.ABANDONED, Map.of("reason", "Essai."));

        assertThat(notifications.of(of)).extracting(Message::subject).startsWith("Abandon : " + of);
        assertThat(notifications.of(of).get(0).body()).contains("Votre résidence s’arrête.", "Essai.");
        assertThat(notifications.of(of).get(1).body()).contains("La Région suspend l’examen du dossier");
        assertThat(notifications.of(another).get(0).body()).doesNotContain("Votre résidence s’arrête.");
        assertThat(sql.sql("select template_programme || ' ' || template_version from notification where dossier = ?"
                                + " and letter = 'ABANDONED'")
                        .param(of.value())
                        .query(String.class)
                        .single())
                .isEqualTo(code + " 1");
        assertThat(sql.sql("select count(*) from notification where dossier in (?, ?) and template_programme is null"
                                + " and letter is not null")
                        .params(of.value(), another.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aChangedFileIsTheTextAndAnEqualOneLeavesWhatAManagerHasSet() {
        publishFirst(TEXT);
        assertThat(current()).satisfies(first -> {
            assertThat(first.version()).isOne();
            assertThat(first.source()).isEqualTo(Source.PROGRAMME);
            assertThat(first.stated()).isTrue();
            assertThat(first.changedBy()).isEqualTo("gestionnaire");
        });
        var own = new LetterText("À nous : {number}", "Bonjour,\n\nRéglé ici. {reason}");
        templates.change(code, Letter.ABANDONED, 1, own, given.manager());

        publishNext(TEXT.replace("\n", "\r\n"));
        assertThat(current().text()).isEqualTo(own);
        assertThat(current().stated()).isFalse();

        publishNext(TEXT.replace("s’arrête", "prend fin"));
        assertThat(current().body()).contains("Votre résidence prend fin.");
        assertThat(current().version()).isEqualTo(3);

        publishNext(null);
        assertThat(current().source()).isEqualTo(Source.SHIPPED);
        assertThat(current().text()).isEqualTo(templates.beneath(null, Letter.ABANDONED));
        assertThat(templates.history(code, Letter.ABANDONED, given.manager()))
                .extracting(LetterTemplate::version)
                .containsExactly(4, 3, 2, 1, 0);

        publishNext(null);
        assertThat(current().version()).isEqualTo(4);
    }

    @Test
    void aFileThatWasInServiceBeforeLettersWereIsNew() {
        var bundle = Map.of(FILE, bytes(TEXT));
        publishFirst(null);

        stated.bring(code, bundle, bundle, "gestionnaire");
        stated.bring(code, bundle, bundle, "gestionnaire");

        assertThat(current().version()).isOne();
        assertThat(current().source()).isEqualTo(Source.PROGRAMME);
    }

    @Test
    void aWrongLetterIsNotPutIntoService() {
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        versions.write(draft.id(), FILE, bytes("Abandon\n\nBonjour {prenom},"), 0, given.modeller());
        versions.write(draft.id(), "accord.letter.txt", bytes(TEXT), 0, given.modeller());

        assertThatThrownBy(() -> approvals.submit(draft.id(), "Essai", given.modeller()))
                .isInstanceOfSatisfying(Rejected.class, refused -> {
                    assertThat(refused.faults())
                            .extracting(fault -> fault.field() + " " + fault.rule())
                            .containsExactly(FILE + " NAME", FILE + " MANDATORY", "accord.letter.txt LETTER");
                    assertThat(refused.faults())
                            .extracting(Fault::message)
                            .allMatch(message -> message.contains(".letter.txt : "));
                    assertThat(refused)
                            .hasMessageContaining("« {prenom} » n’est pas un nom connu")
                            .hasMessageContaining("{reason}")
                            .hasMessageContaining("fiche-received");
                });
        assertThat(versions.get(draft.id(), given.modeller()).state()).isEqualTo(VersionState.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', REQUIRED",
        "Objet, REQUIRED",
        "'\n\nBonjour {reason}', REQUIRED",
        "'Objet\n\nBonjour {reason', BRACE",
        "'Objet {rank}\n\nBonjour {reason}', NAME",
        "'Objet\n\nBonjour', MANDATORY"
    })
    void whatNoLetterMaySayIsNamedWithItsFile(String content, String rule) {
        assertThat(stated.faults(Map.of(FILE, bytes(content))))
                .allMatch(fault -> fault.field().equals(FILE))
                .extracting(Fault::rule)
                .contains(rule);
    }

    @Test
    void aTextInOtherCharactersIsRefused() {
        var latin = Map.of(FILE, TEXT.getBytes(StandardCharsets.ISO_8859_1));
        var windows = Map.of(FILE, bytes("\uFEFF" + TEXT.replace("\n", "\r\n")));

        assertThat(stated.faults(latin)).extracting(Fault::rule).containsExactly("CHARACTERS");
        assertThat(stated.faults(windows)).isEmpty();
        publishFirst(null);
        stated.bring(code, Map.of(), windows, "gestionnaire");
        assertThat(current().subject()).isEqualTo("Abandon : {number}");
    }

    @Test
    void aManagerChangesTheTextOfOneProgrammeAndGivesItBack() {
        publishFirst(null);
        var first = manager().get(PATH + "?programme=" + code).json().get(0);
        assertThat(first.path("version").asInt()).isZero();
        assertThat(first.path("source").asText()).isEqualTo("SHIPPED");
        assertThat(first.path("shipped").asBoolean()).isTrue();

        var changed = manager().put(PATH + "?programme=" + code, text(0, "Bonjour, {reason}"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("source").asText()).isEqualTo("PROGRAMME");
        assertThat(changed.json().path("programme").asText()).isEqualTo(code);
        assertThat(templates.current(null, Letter.ABANDONED).body()).isNotEqualTo("Bonjour, {reason}");
        assertThat(manager()
                        .put(PATH + "?programme=" + code, text(0, "{reason}"))
                        .status())
                .isEqualTo(409);
        assertThat(manager()
                        .put(PATH + "?programme=" + code, text(1, "Bonjour"))
                        .faults())
                .containsExactly("body:MANDATORY");
        assertThat(manager().get("/letters?programme=nulle-part").status()).isEqualTo(404);
        assertThat(manager()
                        .put(PATH + "?programme=nulle-part", text(0, "{reason}"))
                        .status())
                .isEqualTo(404);
        assertThat(ApiClient.as("modeleur", port)
                        .put(PATH + "?programme=" + code, text(1, "{reason}"))
                        .status())
                .isEqualTo(403);

        var reset = manager().post(PATH + "/reset?programme=" + code, "{\"version\": 1}");
        assertThat(reset.json().path("source").asText()).as(reset.text()).isEqualTo("SHIPPED");
        assertThat(manager().get(PATH + "?programme=" + code).json()).hasSize(3);
    }

    @Test
    void theTextOfAllProgrammesHoldsWhereAProgrammeHasNone() {
        publishFirst(null);
        var common = templates.current(null, Letter.RESUMED);
        var text = new LetterText("Reprise : {number}", "Bonjour, {reason}");
        var set = templates.change(null, Letter.RESUMED, common.version(), text, given.manager());
        try {
            assertThat(templates.current(code, Letter.RESUMED)).satisfies(now -> {
                assertThat(now.source()).isEqualTo(Source.COMMON);
                assertThat(now.text()).isEqualTo(text);
                assertThat(now.version()).isZero();
            });
            assertThat(templates.ofProgrammes(Letter.RESUMED, given.manager()))
                    .extracting(LetterTemplate::programme)
                    .doesNotContain(code);
        } finally {
            templates.reset(null, Letter.RESUMED, set.version(), given.manager());
        }
    }

    @Test
    void theJournalTellsTheProgramme() {
        publishFirst(TEXT);
        publishNext(null);
        seals.seal();

        var told = manager().get("/audit?subject=" + code + "%20ABANDONED").text();
        assertThat(told)
                .contains("Courrier « Abandon » du programme « Programme " + code + " »")
                .contains("Texte du courrier changé pour ce programme. Objet : Abandon : {number}")
                .contains("Retour au texte de tous les programmes.");
    }

    private LetterTemplate current() {
        return templates.current(code, Letter.ABANDONED);
    }

    private void publishFirst(@Nullable String letter) {
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        publish(draft.id(), letter);
    }

    private void publishNext(@Nullable String letter) {
        publish(versions.draft(code, null, given.modeller()).id(), letter);
    }

    private void publish(UUID draft, @Nullable String letter) {
        var known = versions.get(draft, given.modeller()).file(FILE);
        var revision = known.map(file -> file.revision()).orElse(0);
        if (letter != null) {
            versions.write(draft, FILE, bytes(letter), revision, given.modeller());
        } else if (known.isPresent()) {
            versions.remove(draft, FILE, revision, given.modeller());
        }
        given.published(draft);
    }

    private String text(int version, String body) {
        try {
            return json.writeValueAsString(Map.of("version", version, "subject", "Abandon", "body", body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ApiClient manager() {
        return ApiClient.as("gestionnaire", port);
    }
}
