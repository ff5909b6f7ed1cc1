package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What operators watch, and the reference by which a request is found again. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityTests {

    @Autowired
    TestDossiers given;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void gaugesSayWhatThePlainTablesSay() {
        given.ficheDeposited();
        counted();
        var metrics = new TestBrowser(port).get("/actuator/prometheus", basic("admin"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        var waiting = sql.sql("select count(*) from dossier where step = 'userTask_checkConformity'"
                        + " and clock = 'INTERCOMMUNALITE' and status <> 'BROUILLON'")
                .query(Integer.class)
                .single();
        assertThat(metrics.body())
                .contains("ruche_dossiers_waiting{application=\"ruche\",clock=\"INTERCOMMUNALITE\","
                        + "step=\"userTask_checkConformity\"} " + waiting + ".0")
                .contains("ruche_dossiers_late{")
                .contains("ruche_incidents{")
                .contains("ruche_mails_undelivered{application=\"ruche\",state=\"given-up\"}")
                .contains("ruche_mails_undelivered{application=\"ruche\",state=\"waiting\"}")
                .contains("ruche_mails_oldest_seconds{")
                .contains("ruche_audit_unsealed{")
                .contains("ruche_audit_lag_seconds{")
                .containsPattern(
                        "ruche_envelopes_euros\\{application=\"ruche\",call=\"DSDT-2026\",credit=\"OPERATING\","
                                + "state=\"voted\"\\} [0-9.E]+");
        assertThat(new TestBrowser(port)
                        .get("/actuator/prometheus", basic("gestionnaire"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new TestBrowser(port).get("/actuator/prometheus").statusCode())
                .isEqualTo(401);
        assertThat(new TestBrowser(port).get("/actuator/env", basic("admin")).statusCode())
                .isEqualTo(404);
    }

    /** What the alerts of the guide watch is given, under the names and the labels that they use. */
    @Test
    void theAlertsOfTheGuideWatchWhatIsThere() throws IOException {
        given.ficheDeposited();
        new TestBrowser(port).get("/actuator/health"); // a request that has ended, so that requests are measured
        counted();
        var metrics = new TestBrowser(port)
                .get("/actuator/prometheus", basic("admin"))
                .body();
        var watched = Pattern.compile("(ruche_\\w+|http_\\w+)(?:\\{(?!job)(\\w+)=\"([^\"]+)\"})?")
                .matcher(Files.readAllLines(Path.of("docs/guides/alertes-prometheus.yml")).stream()
                        .filter(line -> line.strip().startsWith("expr:"))
                        .collect(Collectors.joining("\n")))
                .results()
                .toList();
        assertThat(watched).hasSizeGreaterThan(8);
        assertThat(watched)
                .allSatisfy(measure -> assertThat(metrics)
                        .containsPattern("(?m)^" + measure.group(1)
                                + (measure.group(2) == null
                                        ? "[ {]"
                                        : "\\{.*" + measure.group(2) + "=\"" + measure.group(3) + "\"")));
    }

    /** An e-mail that waits since two hours makes the outbox late, and nothing down. */
    @Test
    void healthTellsAnybodyWhetherAndAnAdministratorWhat() {
        var id = UUID.randomUUID();
        sql.sql("insert into notification (id, recipient, subject, body, written_at, state, address, next_attempt_at)"
                        + " values (?, 'a@exemple.invalid', 'Essai', 'Essai', now() - interval '2 hours', 'TO_SEND',"
                        + " 'a@exemple.invalid', now() + interval '1 day')")
                .param(id)
                .update();
        try {
            var visitor = new TestBrowser(port);
            var anybody = visitor.get("/actuator/health");
            assertThat(anybody.statusCode()).isEqualTo(200);
            assertThat(anybody.body())
                    .doesNotContain("components")
                    .contains("\"groups\"")
                    .contains("\"LATE\"");
            var administrator = visitor.get("/actuator/health", basic("admin")).body();
            assertThat(administrator)
                    .contains("\"db\"")
                    .contains("\"engine\"")
                    .contains("\"sealing\"")
                    .containsPattern("\"outbox\":\\{\"status\":\"LATE\"[^}]*\"seconds\":7[12]\\d\\d");
            assertThat(visitor.get("/actuator/health", basic("gestionnaire")).body())
                    .doesNotContain("components");
            assertThat(visitor.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(visitor.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        } finally {
            sql.sql("delete from notification where id = ?").param(id).update();
        }
    }

    @Test
    void theReferenceOfARequestIsOnItsPageAndInItsAnswer() {
        var visitor = new TestBrowser(port).signIn("gestionnaire");
        var missing = visitor.get("/bureau/dossiers/DSDT-2026-9999");
        var id = missing.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[a-z0-9]{16}");
        assertThat(missing.body()).contains("Référence à donner au support").contains(id);
        assertThat(visitor.get("/bureau", "X-Request-Id", "du-mandataire-0001")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("du-mandataire-0001");
        assertThat(visitor.get("/bureau", "X-Request-Id", "ligne fausse")
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .matches("[a-z0-9]{16}");
    }

    @Test
    void anUnexpectedFailureIsInTheLogUnderItsReferenceAndItsDossier(CapturedOutput log) {
        var number = given.ficheDeposited();
        sql.sql("update dossier set fiche = fiche || '{\"scale\": \"GALACTIQUE\"}' where number = ?")
                .param(number.value())
                .update();
        try {
            var answer = new TestBrowser(port).get("/api/v1/dossiers/" + number, basic("gestionnaire"));
            assertThat(answer.statusCode()).isEqualTo(500);
            var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(answer.body()).contains(id);
            assertThat(log.getOut()).contains("[" + id + " " + number + "]");

            var page = new TestBrowser(port)
                    .signIn("gestionnaire")
                    .get("/bureau/dossiers/" + number, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(500);
            var read = page.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(page.body()).contains(read);
            assertThat(log.getOut()).contains("Unexpected failure " + read + " [" + read + " " + number + "]");

            var task = sql.sql("select task_id from dossier_step where dossier = ? and left_at is null")
                    .param(number.value())
                    .query(String.class)
                    .single();
            var form = new TestBrowser(port)
                    .signIn("technicien")
                    .get("/camunda/api/engine/engine/default/task/" + task + "/form-variables");
            assertThat(form.statusCode()).isEqualTo(500);
            var given = form.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(form.body()).contains("Référence à donner au support : " + given);
            assertThat(log.getOut()).contains("Unexpected failure " + given);
        } finally {
            sql.sql("update dossier set fiche = fiche || '{\"scale\": \"COMMUNALE\"}' where number = ?")
                    .param(number.value())
                    .update();
        }
    }

    /** Now rather than within the half minute that the schedule takes. */
    private void counted() {
        context.getBean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(task -> task.getTask().getRunnable())
                .filter(work -> work.toString().matches(".*(Gauges|Incidents|SealingHealth)\\.count.*"))
                .forEach(Runnable::run);
    }

    private static String[] basic(String username) {
        var pair = username + ":" + TestAccounts.PASSWORD;
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        };
    }
}
