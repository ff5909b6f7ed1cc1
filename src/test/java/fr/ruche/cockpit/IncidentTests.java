package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deadline whose work fails is an incident with its cause; once the cause is gone, another attempt does the work. */
@IntegrationTest
class IncidentTests {

    @Autowired
    Repairs repairs;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Actors actors;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    /** The deadline of its full dossier is over, and what it should do fails three times. */
    private String failed(DossierNumber number) {
        sql.sql("update dossier set call = 'PERDU' where number = ?")
                .param(number.value())
                .update();
        var job = deadline(number);
        while (management.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("PERDU");
        }
        return job;
    }

    /** The job of the deadline of its full dossier. */
    private String deadline(DossierNumber number) {
        return management
                .createJobQuery()
                .activityId("timer_dossierDeadline")
                .processInstanceId(instance(number))
                .singleResult()
                .getId();
    }

    private String instance(DossierNumber number) {
        return sql.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private void mend(DossierNumber number) {
        sql.sql("update dossier set call = ? where number = ?")
                .params(TestDossiers.CALL, number.value())
                .update();
    }

    @Test
    void whatFailedIsToldWithItsCauseAndDoneOnceTheCauseIsGone() {
        var number = given.conform();
        var job = failed(number);

        var seen = repairs.incidents(given.manager()).stream()
                .filter(one -> one.incident().job().equals(job))
                .findFirst()
                .orElseThrow();
        assertThat(seen.incident().givenUp()).isTrue();
        assertThat(seen.incident().timer()).isTrue();
        assertThat(seen.incident().label()).isEqualTo("Date limite atteinte");
        assertThat(seen.incident().cause()).contains("PERDU");
        assertThat(seen.incident().failedAt()).isNotNull();
        assertThat(seen.dossier()).isNotNull();
        assertThat(repairs.number(given.manager())).isPositive();

        mend(number);
        assertThat(repairs.retry(given.manager(), List.of(job, job, "no-such-job")))
                .isEqualTo(1);
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(3);
        assertThat(dossiers.timeline(number, given.manager()))
                .anyMatch(line ->
                        line.kind().equals("INCIDENT_RETRIED") && line.text().contains("Date limite atteinte"));
        assertThat(dossiers.timeline(number, given.holder()))
                .noneMatch(line -> line.kind().equals("INCIDENT_RETRIED"));

        management.executeJob(job);
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.CADUC);
        assertThat(repairs.incidents(given.manager()))
                .noneMatch(one -> one.incident().job().equals(job));
        assertThat(repairs.retry(given.manager(), List.of(job))).isZero();
    }

    @Test
    void whatSomebodyStoppedInTheEngineIsAnIncidentToo() {
        var number = given.conform();
        var job = deadline(number);
        var before = repairs.number(given.manager());
        management.setJobRetries(job, 0);

        var seen = repairs.incidents(given.manager()).stream()
                .filter(one -> one.incident().job().equals(job))
                .findFirst()
                .orElseThrow();
        assertThat(seen.incident().givenUp()).isTrue();
        assertThat(seen.incident().cause()).isEmpty();
        assertThat(repairs.number(given.manager())).isEqualTo(before + 1);
        assertThat(new TestBrowser(port)
                        .signIn("gestionnaire")
                        .get("/bureau/pilotage/incidents")
                        .body())
                .contains("quelqu’un l’a arrêté dans le moteur");

        assertThat(repairs.retry(given.manager(), List.of(job))).isEqualTo(1);
        assertThat(repairs.incidents(given.manager()))
                .noneMatch(one -> one.incident().job().equals(job));
        assertThat(repairs.number(given.manager())).isEqualTo(before);
    }

    @Test
    void theApiAndThePageRetryToo() {
        var number = given.conform();
        var job = failed(number);
        mend(number);
        var manager = ApiClient.as("gestionnaire", port);
        assertThat(manager.get("/cockpit/incidents").json().findValuesAsText("job"))
                .contains(job);
        assertThat(manager.post("/cockpit/incidents/retry", "{\"jobs\": []}").status())
                .isEqualTo(400);
        assertThat(manager.post("/cockpit/incidents/retry", "{\"jobs\": [\"" + job + "\"]}")
                        .json()
                        .path("retried")
                        .asInt())
                .isEqualTo(1);
        assertThat(dossiers.timeline(number, given.manager()))
                .anyMatch(line -> line.kind().equals("INCIDENT_RETRIED")
                        && given.manager().displayName().equals(line.authorName()));
        var page = new TestBrowser(port).signIn("gestionnaire").get("/bureau/pilotage/incidents");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void onlyManagersSeeAndRetry() {
        var officer = actors.find("instructeur").orElseThrow();
        assertThatThrownBy(() -> repairs.incidents(officer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> repairs.retry(officer, List.of("x"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> repairs.retry(given.manager(), List.of())).isInstanceOf(Rejected.class);
        assertThat(ApiClient.as("instructeur", port).get("/cockpit/incidents").status())
                .isEqualTo(403);
    }
}
