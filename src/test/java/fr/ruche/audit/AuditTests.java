package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Breach.Kind;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.listing.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every fact is sealed; whoever changes, takes out or slips in one is found out. */
@IntegrationTest
class AuditTests {

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    Seals seals;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private DossierNumber sealed() {
        var number = given.conform();
        seals.seal();
        return number;
    }

    private List<AuditLine> page(AuditFilter filter, Actor me) {
        return audit.page(filter, null, Audit.MOST, me).facts();
    }

    private static AuditFilter of(DossierNumber number) {
        return new AuditFilter(null, null, null, null, number.value());
    }

    @Test
    void whatIsDoneToADossierIsThereInItsOrder() {
        var number = sealed();
        ApiClient.as("gestionnaire", port).post("/dossiers/" + number + "/withdrawal", "{\"motive\": \"Doublon\"}");
        seals.seal();
        var timeline = sql.sql("select text from dossier_event where dossier = ? order by id desc")
                .param(number.value())
                .query(String.class)
                .list();

        var lines = page(of(number), given.manager());

        assertThat(lines).extracting(AuditLine::told).containsExactlyInAnyOrderElementsOf(timeline);
        assertThat(lines).anyMatch(line -> "gestionnaire".equals(line.actor()));
        assertThat(lines).extracting(AuditLine::position).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(audit.page(of(number), lines.get(1).position(), 50, given.manager())
                        .facts())
                .hasSize(lines.size() - 2);
        seals.seal();
        assertThat(page(of(number), given.manager())).isEqualTo(lines);
    }

    @Test
    void aRightLeavesATraceWhateverGivesIt() {
        var name = "trace-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.ensure(name, new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY));
        transaction.executeWithoutResult(alone -> {
            sql.sql("select set_config('ruche.actor', 'exploitante', true)")
                    .query(String.class)
                    .single();
            sql.sql("delete from account_membership where account_id = (select id from account where username = ?)")
                    .param(name)
                    .update();
            sql.sql("update account set enabled = false where username = ?")
                    .param(name)
                    .update();
        });
        seals.seal();

        var lines = page(
                new AuditFilter(LocalDate.now(java.time.ZoneId.of("Europe/Paris")), null, null, Domain.RIGHT, name),
                actors.find("admin").orElseThrow());

        assertThat(lines)
                .extracting(AuditLine::action)
                .contains("ACCOUNT_CREATED", "RIGHT_GIVEN", "RIGHT_TAKEN", "ACCOUNT_CLOSED");
        assertThat(lines.get(0).actor()).isEqualTo("exploitante");
        assertThat(lines).noneMatch(line -> String.valueOf(line.told()).contains("$"));
    }

    @Test
    void theChainIsWholeAndWhatIsChangedIsFoundOut() {
        var number = sealed();
        var event = sql.sql("select min(id) from dossier_event where dossier = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        assertThat(found(event)).isEmpty();

        // tried within transactions that are undone: other tests read the same chain
        transaction.executeWithoutResult(tried -> {
            sql.sql("update dossier_event set text = 'Autre chose' where id = ?")
                    .param(event)
                    .update();
            assertThat(found(event)).containsExactly(Kind.CHANGED);
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.sql("update dossier_event set author = 'un-autre' where id = ?")
                    .param(event)
                    .update();
            assertThat(found(event)).containsExactly(Kind.CHANGED);
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.sql("delete from dossier_event where id = ?").param(event).update();
            assertThat(found(event)).containsExactly(Kind.MISSING);
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.sql(
                            "insert into dossier_event (dossier, at, kind, text) values (?, now() - interval '2 days', 'X', 'Glissé')")
                    .param(number.value())
                    .update();
            assertThat(audit.verify((Path) null).breaches())
                    .extracting(Breach::kind)
                    .contains(Kind.UNSEALED);
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.sql("alter table audit_seal disable trigger audit_seal_is_kept").update();
            sql.sql("update audit_seal set content = repeat('a', 64) where source = 'dossier_event' and fact = ?")
                    .param(event.toString())
                    .update();
            assertThat(found(event)).contains(Kind.BROKEN, Kind.CHANGED);
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.sql("alter table audit_seal disable trigger audit_seal_is_kept").update();
            sql.sql("delete from audit_seal where source = 'dossier_event' and fact = ?")
                    .param(event.toString())
                    .update();
            assertThat(audit.verify((Path) null).breaches())
                    .extracting(Breach::kind)
                    .contains(Kind.GAP, Kind.BROKEN);
            tried.setRollbackOnly();
        });
        assertThat(found(event)).isEmpty();
        assertThatThrownBy(() -> sql.sql("update audit_seal set actor = 'x'").update())
                .hasMessageContaining("only ever appended");
        assertThatThrownBy(() -> sql.sql("delete from account_change").update())
                .hasMessageContaining("only ever appended");
    }

    /** Other tests change what they should not; here only this fact counts. */
    private List<Kind> found(long event) {
        return audit.verify((Path) null).breaches().stream()
                .filter(breach -> breach.fact().equals("dossier_event " + event))
                .map(Breach::kind)
                .toList();
    }

    @Test
    void theHeadMovesWithEachFactAndStandsForAllBefore() {
        sealed();
        var before = audit.head(given.manager());
        sealed();
        var after = audit.head(given.manager());
        assertThat(after.position()).isGreaterThan(before.position());
        assertThat(after.seal()).hasSize(64).isNotEqualTo(before.seal());
        assertThat(sql.sql("select previous from audit_seal where position = ?")
                        .param(before.position() + 1)
                        .query(String.class)
                        .single())
                .isEqualTo(before.seal());
        assertThat(audit.heads()).last().extracting(AuditHead::seal).isEqualTo(after.seal());
        assertThat(new AuditCommand(audit, sealer, "").run("audit-heads")).isZero();
    }

    @Test
    void aFileHasAllThatThePageHas() throws IOException {
        var number = sealed();
        var file = new ByteArrayOutputStream();
        audit.export(of(number), ExportFormat.CSV, file, given.manager());
        var lines = file.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(page(of(number), given.manager()).size() + 1);
        assertThat(lines.get(0)).contains("Sceau");
        var visitor = new TestBrowser(port).signIn("gestionnaire");
        assertThat(visitor.get("/bureau/gestion/journal/journal.csv?subject=" + number)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/bureau/gestion/journal?from=hier").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMayNotSeeADossierReadsNothingOfIt() {
        var number = sealed();
        var administrator = actors.find("admin").orElseThrow();
        assertThat(page(of(number), administrator)).isEmpty();
        assertThatThrownBy(() -> page(of(number), actors.find("technicien").orElseThrow()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> page(of(number), given.holder())).isInstanceOf(Forbidden.class);
        sql.sql("insert into dossier_recusal (id, dossier, username, name, motive, declared_by, declared_at)"
                        + " values (gen_random_uuid(), ?, 'gestionnaire', 'G', 'Essai', 'essai', now())")
                .param(number.value())
                .update();
        try {
            assertThat(page(of(number), given.manager())).isEmpty();
        } finally {
            sql.sql(
                            "update dossier_recusal set lifted_at = now(), lifted_by = 'essai', lift_motive = 'Fin' where dossier = ?")
                    .param(number.value())
                    .update();
        }
    }
}
