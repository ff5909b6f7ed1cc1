package fr.ruche.startup;

import static fr.ruche.TestBrowser.basic;
import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.fiche;
import static fr.ruche.dossier.DossierExamples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.ruche.ApiClient;
import fr.ruche.TestBrowser;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is answered is kept and what is not is as if it had not been asked, when the program is killed while it writes.
 * A lock on the letters, taken from outside, holds requests in the middle of their transaction until the kill.
 */
class CrashTests {

    private static final int AT_ONCE = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static RunningRuche ruche;
    private static ApiClient holder;

    @BeforeAll
    static void start() {
        ruche = RunningRuche.on(folder.resolve("home"));
        holder = ApiClient.as("porteur", ruche.port());
    }

    @AfterAll
    static void stop() {
        if (ruche != null) {
            ruche.stop();
        }
    }

    @Test
    void aKillInTheMiddleOfDepositsLosesNoneAndLeavesNoneHalfDone() throws Exception {
        var drafts = IntStream.range(0, 24).mapToObj(i -> opened()).toList();

        var answered = killedWhile(drafts, CrashTests::deposit);
        ruche.startAgain();

        assertThat(answered).isNotEmpty();
        answered.forEach(CrashTests::assertDepositedOnce);
        var others =
                drafts.stream().filter(number -> !answered.contains(number)).toList();
        assertThat(others).filteredOn(CrashTests::isDraft).hasSizeGreaterThanOrEqualTo(AT_ONCE);
        others.stream().filter(CrashTests::isDraft).forEach(number -> {
            assertNothingDeposited(number);
            assertThat(deposit(number)).isEqualTo(200);
        });
        drafts.forEach(CrashTests::assertDepositedOnce);
    }

    /** What was done to answer, by number; the kill comes once {@link #AT_ONCE} requests are held half-way. */
    private static Set<String> killedWhile(List<String> numbers, ToIntFunction<String> request) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try (var sql = ruche.sql();
                var statement = sql.createStatement()) {
            sql.setAutoCommit(false);
            numbers.forEach(number -> pool.execute(() -> {
                if (succeeds(() -> request.applyAsInt(number))) {
                    answered.add(number);
                }
            }));
            await().until(() -> !answered.isEmpty());
            statement.execute("lock table notification in exclusive mode");
            await().atMost(Duration.ofSeconds(30)).until(() -> held(statement) == AT_ONCE);
            ruche.kill();
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        return Collections.unmodifiableSet(answered);
    }

    private static int held(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select count(*) from pg_locks where not granted and relation = 'notification'::regclass")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** False when no answer came, because the program is dead. */
    private static boolean succeeds(IntSupplier request) {
        try {
            return request.getAsInt() / 100 == 2;
        } catch (IllegalStateException dead) {
            return false;
        }
    }

    private static String opened() {
        var body = JsonNodeFactory.instance.objectNode().put("call", OPEN_CALL);
        var answer = holder.post("/dossiers", body.set("fiche", json(fiche())).toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    private static int deposit(String number) {
        return holder.post("/dossiers/" + number + "/fiche/deposit").status();
    }

    private static JsonNode dossier(String number) {
        var answer = holder.get("/dossiers/" + number);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static boolean isDraft(String number) {
        return dossier(number).path("status").asText().equals("BROUILLON");
    }

    private static void assertNothingDeposited(String number) {
        var dossier = dossier(number);
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_depositFiche");
        assertThat(dossier.path("ficheReceivedAt").asText("")).isEmpty();
        assertThat(dossier.path("deposits")).isEmpty();
        assertThat(dossier.path("steps")).hasSize(1);
        assertThat(dossier.path("timeline").findValuesAsText("kind")).containsExactly("OPENED");
        assertThat(letters(number)).isEmpty();
        assertThat(tasks(number, "technicien")).isEmpty();
    }

    private static void assertDepositedOnce(String number) {
        var dossier = dossier(number);
        assertThat(dossier.path("status").asText()).isEqualTo("EN_COURS");
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_checkConformity");
        assertThat(dossier.path("deposits").findValuesAsText("kind")).containsExactly("FICHE");
        assertThat(dossier.path("steps")).hasSize(2);
        assertThat(dossier.path("timeline").findValuesAsText("kind"))
                .containsOnlyOnce("FICHE_DEPOSITED", "FICHE_ACKNOWLEDGED");
        assertThat(letters(number)).containsExactly("FICHE_RECEIVED");
        assertThat(tasks(number, "technicien").findValuesAsText("taskDefinitionKey"))
                .containsExactly("userTask_checkConformity");
    }

    private static List<String> letters(String number) {
        return holder.get("/dossiers/" + number + "/messages").json().findValuesAsText("letter");
    }

    /** The open tasks of the dossier that the officer sees. */
    private static JsonNode tasks(String number, String officer) {
        var answer = new TestBrowser(ruche.port())
                .get("/engine-rest/task?processInstanceBusinessKey=" + number, basic(officer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(answer.body(), noJson);
        }
    }
}
