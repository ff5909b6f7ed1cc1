package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.ReadModel.Difference;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The read model follows the engine through whole lives of dossiers; what went wrong in it is named and mended. */
@IntegrationTest
class ReadModelTests {

    @Autowired
    ReadModel model;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierTasks lists;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate sql;

    @Test
    void everyStepOfALifeAgrees() {
        var decided = given.judged();
        given.answer(
                decided,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome",
                        "REJETE",
                        "decisionReason",
                        "Fin",
                        "deliberationNumber",
                        "1",
                        "deliberationDate",
                        "01/01/2026"));
        var withdrawn = given.conform();
        dossiers.withdraw(withdrawn, given.manager(), "Fin");
        var forwarded = given.ficheDeposited();
        dossiers.forward(forwarded, "200093201", "Mauvaise adresse", given.manager());
        var toRegion = given.ficheDeposited();
        dossiers.forward(toRegion, "REGION", "Mauvaise adresse", given.manager());
        var corrected = given.ficheDeposited();
        given.answer(
                corrected,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "À revoir"));

        assertThat(of(
                        decided,
                        withdrawn,
                        forwarded,
                        toRegion,
                        corrected,
                        given.opened(),
                        given.instructed(),
                        given.onAgenda()))
                .isEmpty();
    }

    @Test
    void aTaskThatChangesInTheEngineItselfChangesInTheLists() {
        var number = given.ficheDeposited();
        var task = task(number);
        tasks.claim(task, "technicien");
        tasks.setOwner(task, "technicien2");
        tasks.addCandidateGroup(task, "conformity-200093201");
        assertThat(row(task))
                .containsEntry("assignee", "technicien")
                .containsEntry("owner", "technicien2")
                .containsEntry("groups", "{conformity-200093201,conformity-246200364}");
        tasks.deleteCandidateGroup(task, "conformity-246200364");
        tasks.setAssignee(task, null);
        assertThat(row(task)).containsEntry("assignee", null).containsEntry("groups", "{conformity-200093201}");
        assertThat(of(number)).isEmpty();
    }

    @Test
    void aTaskOfTwoGroupsIsListedOnceForWhoeverIsOfBoth() {
        accounts.ensure(
                "deux-territoires",
                new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY),
                new Membership(Role.CONFORMITY_OFFICER, "200093201"));
        var number = given.ficheDeposited();
        var task = task(number);
        tasks.addCandidateGroup(task, "conformity-200093201");
        sql.update("update dossier_step set due_at = '2000-01-01' where task_id = ?", task);
        try {
            for (var reader : List.of("deux-territoires", "technicien")) {
                assertThat(lists.ofGroups(actors.find(reader).orElseThrow(), 0, 5))
                        .extracting(DossierTask::id)
                        .as(reader)
                        .containsOnlyOnce(task);
            }
            // offered to a group of hers, but she may not see a dossier of another territory
            assertThat(lists.ofGroups(actors.find("technicien2").orElseThrow(), 0, 5))
                    .extracting(DossierTask::id)
                    .doesNotContain(task);
        } finally {
            model.rebuild();
        }
    }

    @Test
    void whatIsWrongIsNamedAndMended() {
        var fields = given.ficheDeposited();
        var missing = given.ficheDeposited();
        var closed = given.instructed();
        var ghost = given.opened();
        var moved = given.complete();
        var elsewhere = given.complete();
        assertThat(of(fields, missing, closed, ghost, moved, elsewhere)).isEmpty();

        sql.update(
                "update dossier_step set label = 'x', clock = 'REGION', due_at = now(), groups = '{jury-regional}',"
                        + " assignee = 'x', owner = 'x', call = 'x', version = 99 where dossier = ? and left_at is null",
                fields.value());
        sql.update("delete from dossier_step where dossier = ? and left_at is null", missing.value());
        sql.update("update dossier_step set left_at = now() where dossier = ? and left_at is null", closed.value());
        sql.update(
                "insert into dossier_step (task_id, dossier, step, label, clock, entered_at) values (?, ?, 'x', 'x',"
                        + " 'REGION', now())",
                "ghost-of-" + ghost,
                ghost.value());
        sql.update(
                "update dossier set step = 'x', step_label = 'x', clock = 'JURY', due_at = null, failed_rules = '{X}',"
                        + " search_text = 'x', version = 99, waits_since = now(), spent_region = 99 where number = ?",
                moved.value());
        sql.update(
                "update dossier_step set dossier = ?, step = 'x' where dossier = ? and left_at is null",
                ghost.value(),
                elsewhere.value());

        assertThat(named(fields))
                .containsExactlyInAnyOrder("label", "clock", "dueAt", "groups", "assignee", "owner", "call", "version");
        assertThat(named(missing)).containsExactly("missing");
        assertThat(named(closed)).contains("missing").isSubsetOf("missing", "spentJury"); // the time that it lasted
        assertThat(named(ghost)).containsExactlyInAnyOrder("ended", "call");
        assertThat(named(moved))
                .containsExactlyInAnyOrder(
                        "step",
                        "label",
                        "clock",
                        "dueAt",
                        "version",
                        "waitsSince",
                        "spentRegion",
                        "failedRules",
                        "searchText");
        assertThat(named(elsewhere)).containsExactlyInAnyOrder("dossier", "step");
        assertThat(new ReadModelCommand(model).run("verify-read-model")).isEqualTo(1);
        of(fields, missing, closed, ghost, moved, elsewhere)
                .forEach(difference ->
                        assertThat(ReadModelCommand.line(difference)).contains("DSDT-2026-"));

        assertThat(model.rebuild()).isPositive();
        assertThat(of(fields, missing, closed, ghost, moved, elsewhere)).isEmpty();
        given.answer(fields, "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        given.answer(missing, "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        assertThat(of(fields, missing)).isEmpty();
    }

    private List<String> named(DossierNumber number) {
        return of(number).stream().map(Difference::field).toList();
    }

    private List<Difference> of(DossierNumber... numbers) {
        var mine = Arrays.stream(numbers).map(DossierNumber::value).toList();
        return model.verify().stream()
                .filter(difference -> mine.contains(difference.dossier()))
                .toList();
    }

    private String task(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    private Map<String, Object> row(String task) {
        return sql.queryForMap("select assignee, owner, groups::text from dossier_step where task_id = ?", task);
    }
}
