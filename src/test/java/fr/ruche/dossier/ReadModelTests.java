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
        // what was passed by on the way to it is gone with it
        assertThat(named(missing)).contains("missing").containsOnly("missing", "passed");
        assertThat(named(closed)).contains("missing").isSubsetOf("missing", "spentJury"); // the time that it lasted
        assertThat(named(ghost)).contains("ended", "call").containsOnly("ended", "call", "passed");
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
        assertThat(named(elsewhere)).contains("dossier", "step").containsOnly("dossier", "step", "passed");
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

    @Test
    void progressAndWaysAreNamedAndMendedToo() {
        var progress = given.judged();
        var chain = given.judged();
        var day = given.complete();
        var way = given.complete();
        var extra = given.ficheDeposited();
        var ended = given.conform();
        dossiers.withdraw(ended, given.manager(), "Fin");
        var lost = given.granted();
        assertThat(of(progress, chain, day, way, extra, ended, lost)).isEmpty();

        sql.update("update dossier_progress set granted = 1 where dossier = ?", progress.value());
        sql.update("update dossier_progress set was_milestone = 2 where dossier = ?", chain.value());
        sql.update("update dossier_progress set day = day - 1 where dossier = ?", day.value());
        sql.update(
                "update dossier_step set way = null where dossier = ? and step = 'userTask_checkCompleteness'",
                way.value());
        sql.update("insert into way select way_id(array['x']), array['x'] on conflict do nothing");
        sql.update(
                "insert into dossier_way (dossier, call, version, way, at)"
                        + " select ?, 'DSDT-2026', 1, way_id(array['x']), now()",
                extra.value());
        sql.update("update dossier set end_event = 'x' where number = ?", ended.value());
        sql.update("delete from dossier_way where dossier = ?", lost.value());
        sql.update("delete from dossier_progress where dossier = ?", lost.value());

        assertThat(named(progress)).containsExactly("progress");
        assertThat(named(chain)).containsExactly("progressChain");
        assertThat(named(day)).containsOnly("progressDay").isNotEmpty();
        assertThat(named(way)).containsOnly("passed").isNotEmpty();
        assertThat(named(extra)).containsExactly("passed");
        assertThat(named(ended)).containsExactly("endEvent");
        assertThat(named(lost)).contains("progress", "passed");
        of(progress, chain, day, way, extra, ended, lost)
                .forEach(difference ->
                        assertThat(ReadModelCommand.line(difference)).contains("DSDT-2026-"));

        assertThat(model.rebuild()).isPositive();
        assertThat(of(progress, chain, day, way, extra, ended, lost)).isEmpty();
    }

    @Test
    void aWayHasTheNumberThatTheDatabaseGivesIt() {
        var way = List.of("gateway_conformity", "serviceTask_rejectNotConform", "endEvent_notConform");
        assertThat(WayBook.hash(way)).isEqualTo(sql.queryForObject("select way_id(?::text[])", Long.class, (Object)
                way.toArray(String[]::new)));
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
