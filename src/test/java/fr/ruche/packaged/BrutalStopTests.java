package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.ruche.ApiClient;
import fr.ruche.common.FrenchDay;
import fr.ruche.dossier.DossierExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while people are at work: what was answered is kept, nothing is done twice, nothing half. */
class BrutalStopTests {

    @TempDir
    static Path home;

    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(home);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void depositsAreKeptWholeOrNotAtAll() throws Exception {
        var before = count("select count(*) from dossier");
        var drafts = IntStream.range(0, 24).mapToObj(i -> draft()).toList();
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var underWay = new CountDownLatch(6);
        var porteur = ApiClient.as("porteur", program.port());

        var people = Executors.newFixedThreadPool(4);
        drafts.forEach(number -> people.submit(() -> {
            if (porteur.post("/dossiers/" + number + "/fiche/deposit").status() == 200) {
                acknowledged.add(number);
                underWay.countDown();
            }
        }));
        assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
        program.killBrutally();
        people.shutdownNow();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        var kept = List.copyOf(acknowledged);

        program = Program.start(home);

        assertThat(program.output()).anyMatch(line -> line.contains("resté d’un arrêt brutal"));
        assertThat(count("select count(*) from dossier")).isEqualTo(before + drafts.size());
        drafts.forEach(number -> assertWholeOrNotAtAll(number, kept.contains(number)));
    }

    private void assertWholeOrNotAtAll(String number, boolean acknowledged) {
        var again = ApiClient.as("porteur", program.port());
        var dossier = again.get("/dossiers/" + number).json();
        var deposits = count("select count(*) from dossier_deposit where dossier = ?", number);
        var waiting = tasks(number);
        if (dossier.path("status").asText().equals("BROUILLON")) {
            assertThat(acknowledged).as("%s was acknowledged", number).isFalse();
            assertThat(deposits).isZero();
            assertThat(waiting).containsExactly("userTask_depositFiche");
            assertThat(again.post("/dossiers/" + number + "/fiche/deposit").status())
                    .isEqualTo(200);
        } else {
            assertThat(deposits).isEqualTo(1);
            assertThat(waiting).containsExactly("userTask_checkConformity");
            assertThat(again.post("/dossiers/" + number + "/fiche/deposit").status())
                    .isEqualTo(409);
        }
        assertThat(count("select count(*) from dossier_deposit where dossier = ?", number))
                .isEqualTo(1);
        assertThat(count("select count(*) from dossier_event where dossier = ? and kind = 'FICHE_DEPOSITED'", number))
                .isEqualTo(1);
    }

    @Test
    void decisionsAreKeptWholeOrNotAtAll() throws Exception {
        var number = judged();
        var acknowledged = new AtomicInteger();
        var underWay = new CountDownLatch(4);
        var manager = new Officer("gestionnaire", program.port());

        var atWork = Executors.newSingleThreadExecutor();
        atWork.submit(() -> {
            while (manager.answer(number, decision("LISTE_COMPLEMENTAIRE")) == 204) {
                acknowledged.incrementAndGet();
                underWay.countDown();
            }
            return null;
        });
        assertThat(underWay.await(2, TimeUnit.MINUTES)).isTrue();
        program.killBrutally();
        atWork.shutdownNow();
        assertThat(atWork.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        program = Program.start(home);

        var kept = count("select count(*) from funding_decision where dossier = ?", number);
        assertThat(kept).isBetween(acknowledged.get(), acknowledged.get() + 1);
        assertThat(tasks(number)).containsExactly("userTask_recordDecision");
        assertThat(committed(number)).isZero();
        decidesOnceAndForAll(number);
    }

    private void decidesOnceAndForAll(String number) throws IOException {
        var manager = new Officer("gestionnaire", program.port());
        assertThat(manager.answer(number, decision("ATTRIBUE"))).isEqualTo(204);
        assertThat(manager.answer(number, decision("ATTRIBUE"))).isBetween(400, 499);
        assertThat(count("select count(*) from funding_decision where dossier = ? and outcome = 'ATTRIBUE'", number))
                .isEqualTo(1);
        assertThat(committed(number)).isEqualTo(1);
        assertThat(tasks(number)).isEmpty();
    }

    private int committed(String number) {
        return count("select count(*) from envelope_commitment where dossier = ? and released_at is null", number);
    }

    private static Map<String, String> decision(String outcome) {
        return Map.of(
                "decisionOutcome",
                outcome,
                "deliberationNumber",
                "2026.0001",
                "deliberationDate",
                FrenchDay.format(LocalDate.now(fr.ruche.common.ParisTime.ZONE)));
    }

    private String draft() {
        var body = JsonNodeFactory.instance.objectNode().put("call", DossierExamples.OPEN_CALL);
        body.set("fiche", DossierExamples.json(DossierExamples.fiche()));
        var answer = ApiClient.as("porteur", program.port()).post("/dossiers", body.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    /** A dossier of the demonstration on which the jury has given its opinion. */
    private String judged() {
        var found = program.database()
                .queryForList("select number from dossier where step = 'userTask_recordDecision'", String.class);
        assertThat(found).isNotEmpty();
        return found.get(0);
    }

    private List<String> tasks(String number) {
        return program.database()
                .queryForList(
                        "select t.task_def_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ?",
                        String.class,
                        number);
    }

    private int count(String sql, Object... values) {
        var found = program.database().queryForObject(sql, Integer.class, values);
        return found == null ? 0 : found;
    }
}
