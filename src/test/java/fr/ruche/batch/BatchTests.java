package fr.ruche.batch;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.ReadModel;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.Listing;
import fr.ruche.workflow.AnotherVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same thing done to a whole list: tried without a trace, done once each, stopped, continued. */
@IntegrationTest
class BatchTests {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String WHY = "Jugement attendu.";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Batches batches;

    @Autowired
    BatchRunner runner;

    @Autowired
    BatchTables tables;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ListAddresses addresses;

    @Autowired
    Actors actors;

    @Autowired
    ManagementService management;

    @Autowired
    AnotherVersion versions;

    @Autowired
    ReadModel readModel;

    @Autowired
    JdbcClient sql;

    /** A list of dossiers of one test alone, by a word that only they have. */
    private String word = "";

    private AnotherVersion.@Nullable Deployed another;

    private List<DossierNumber> listed(int number) {
        word = "essaim" + NAMES.incrementAndGet() + "lot";
        return java.util.stream.IntStream.range(0, number)
                .mapToObj(one -> {
                    var fiche = TestDossiers.titled(given.fiche("F1", false), "Ruche " + word);
                    var opened = dossiers.open(TestDossiers.CALL, given.holder(), fiche);
                    dossiers.depositFiche(opened, given.holder());
                    return opened;
                })
                .toList();
    }

    private Listing list() {
        return addresses.read("words=" + word);
    }

    private static BatchPlan plan(BatchAction action) {
        return new BatchPlan(action, null, null, null, WHY);
    }

    private Batch done(UUID id) throws Exception {
        runner.catchUp().get(2, TimeUnit.MINUTES);
        return batches.get(id, given.manager());
    }

    @Test
    void whatBecameOfTheDossiersIsReadOnWhereOneStopped() throws Exception {
        var numbers = listed(4);
        numbers.subList(1, 3).forEach(number -> dossiers.withdraw(number, given.manager(), "Déjà retiré."));
        var id = done(batches.start(list(), plan(BatchAction.SUSPEND), 4, given.manager()))
                .id();

        var all = batches.lines(id, null, 0, given.manager());
        assertThat(all).hasSize(4);
        assertThat(batches.lines(id, null, 3, given.manager())).containsExactly(all.get(3));
        var refused = batches.lines(id, BatchLine.State.REFUSE, 0, given.manager());
        assertThat(refused).hasSize(2);
        assertThat(batches.lines(id, BatchLine.State.REFUSE, 1, given.manager()))
                .containsExactly(refused.get(1));

        assertThat(batches.page(id, BatchLine.State.REFUSE, 7, given.manager()))
                .isEqualTo(new BatchLine.Page(refused, 0, 1));
        assertThat(batches.page(id, BatchLine.State.ATTEND, 0, given.manager()))
                .isEqualTo(new BatchLine.Page(List.of(), 0, 0));
    }

    @Test
    void aBatchIsTriedWithoutATraceThenDoneOnceToEach() throws Exception {
        var numbers = listed(3);
        dossiers.withdraw(numbers.get(1), given.manager(), "Déjà retiré.");

        var rehearsal = batches.rehearse(list(), plan(BatchAction.SUSPEND), given.manager());
        assertThat(rehearsal.total()).isEqualTo(3);
        assertThat(rehearsal.tried()).isEqualTo(3);
        assertThat(rehearsal.passed()).isEqualTo(2);
        assertThat(rehearsal.refusals())
                .containsExactly(new Rehearsal.Refusal(
                        "Ce dossier est terminé : il n’y a rien à suspendre.",
                        1,
                        numbers.get(1).value()));
        assertThat(numbers)
                .noneMatch(number -> dossiers.get(number).suspended())
                .allMatch(number -> dossiers.timeline(number).stream()
                        .noneMatch(line -> line.kind().equals("SUSPENDED")));

        var batch = done(batches.start(list(), plan(BatchAction.SUSPEND), 3, given.manager()));
        assertThat(batch.state()).isEqualTo(BatchState.TERMINE);
        assertThat(batch.total()).isEqualTo(3);
        assertThat(batch.done()).isEqualTo(2);
        assertThat(batch.refused()).isEqualTo(1);
        assertThat(batch.endedAt()).isNotNull();
        assertThat(batches.lines(batch.id(), BatchLine.State.REFUSE, 0, given.manager()))
                .extracting(BatchLine::dossier, BatchLine::answer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        numbers.get(1).value(), "Ce dossier est terminé : il n’y a rien à suspendre."));
        assertThat(dossiers.get(numbers.get(0)).suspended()).isTrue();
        assertThat(dossiers.timeline(numbers.get(0)))
                .filteredOn(line -> line.kind().equals("SUSPENDED"))
                .extracting(TimelineEntry::author, TimelineEntry::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("gestionnaire", "Suspendu. Motif : " + WHY));

        var again = done(batches.start(list(), plan(BatchAction.RESUME), null, given.manager()));
        assertThat(again.done()).isEqualTo(2);
        assertThat(dossiers.get(numbers.get(0)).suspended()).isFalse();
    }

    @Test
    void aBatchThatWasStoppedGoesOnWhereItWas() throws Exception {
        var numbers = listed(3);
        // on its thread nothing else runs meanwhile: it is stopped before its first dossier
        var id = UUID.randomUUID();
        tables.open(
                id,
                BatchAction.WITHDRAW,
                plan(BatchAction.WITHDRAW),
                WHY,
                "gestionnaire",
                java.time.Instant.parse("2026-01-01T00:00:00Z"));
        tables.put(id, numbers);
        batches.stop(id, given.manager());
        assertThat(done(id).left()).isEqualTo(3);
        assertThatThrownBy(() -> batches.stop(id, given.manager())).isInstanceOf(Conflict.class);

        tables.told(id, numbers.get(0).value(), BatchLine.State.FAIT, null, java.time.Instant.now());
        batches.goOn(id, given.manager());
        var batch = done(id);
        assertThat(batch.state()).isEqualTo(BatchState.TERMINE);
        assertThat(batch.done()).isEqualTo(3);
        assertThat(dossiers.get(numbers.get(0)).status()).isEqualTo(DossierStatus.EN_COURS); // told done by hand
        assertThat(dossiers.get(numbers.get(2)).status()).isEqualTo(DossierStatus.RETIRE);
        assertThat(sql.sql("select state from batch_change where batch = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("EN_COURS", "ARRETE", "EN_COURS");
        assertThatThrownBy(() -> batches.goOn(id, given.manager())).isInstanceOf(Conflict.class);
    }

    @Test
    void dossiersAreBroughtBackTogetherAndThoseThatWereNeverThereAreRefused() throws Exception {
        var numbers = listed(2);
        given.answer(numbers.get(0), "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        assertThat(batches.returnPoints(list(), given.manager()))
                .anyMatch(point -> point.step().equals("userTask_checkConformity"));
        var plan = new BatchPlan(BatchAction.BRING, "userTask_checkConformity", null, null, WHY);
        var batch = done(batches.start(list(), plan, null, given.manager()));
        assertThat(batch.done()).isEqualTo(1);
        assertThat(batch.refused()).isEqualTo(1); // it is there
        assertThat(dossiers.get(numbers.get(0)).step()).isEqualTo("userTask_checkConformity");
        assertThat(dossiers.get(numbers.get(0)).conformity()).isNull();
    }

    @Test
    void whatFailedIsTriedAgain() throws Exception {
        var number = listed(1).get(0);
        var job = management
                .createJobQuery()
                .activityId("timer_conformityEscalation")
                .processInstanceId(sql.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .singleResult();
        management.setJobRetries(job.getId(), 0);
        assertThat(done(batches.start(list(), plan(BatchAction.RETRY), 1, given.manager()))
                        .done())
                .isEqualTo(1);
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(3);
        assertThat(done(batches.start(list(), plan(BatchAction.RETRY), 1, given.manager()))
                        .refused())
                .isEqualTo(1);
    }

    @Test
    void dossiersAreTakenOverToAnotherVersionOfTheirDiagramAndBack() throws Exception {
        var numbers = listed(2);
        given.answer(numbers.get(1), "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        given.depositFull(numbers.get(1));
        given.answer(
                numbers.get(1), "userTask_checkCompleteness", "instructeur", Map.of("completenessVerdict", "COMPLETE"));
        given.answer(numbers.get(1), "userTask_instruct", "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        var due = dossiers.get(numbers.get(0)).dueAt();
        var from = sql.sql("select version from dossier where number = ?")
                .param(numbers.get(0).value())
                .query(Integer.class)
                .single();
        another = versions.deploy(
                "dsdt-dossier",
                model -> model.replace("Vérifier la conformité", "Vérifier la conformité de la fiche")
                        .replace("event_putOnAgenda", "event_joinAgenda"));
        var to = another.version();

        var plan = new BatchPlan(BatchAction.MIGRATE, null, null, to, WHY);
        var rehearsal = batches.rehearse(list(), plan, given.manager());
        assertThat(rehearsal.passed()).isEqualTo(1);
        assertThat(rehearsal.refusals().get(0).answer()).contains("« Inscription à l’ordre du jour »");
        var batch = done(batches.start(list(), plan, 2, given.manager()));
        assertThat(batch.done()).isEqualTo(1);
        assertThat(batch.refused()).isEqualTo(1);
        var moved = dossiers.get(numbers.get(0));
        assertThat(moved.stepLabel()).isEqualTo("Vérifier la conformité de la fiche");
        assertThat(moved.dueAt()).isEqualTo(due);
        agree(numbers);

        var back = new BatchPlan(BatchAction.MIGRATE, null, null, from, WHY);
        assertThat(done(batches.start(list(), back, 2, given.manager())).done()).isEqualTo(1);
        assertThat(dossiers.get(numbers.get(0)).stepLabel()).isEqualTo("Vérifier la conformité");
        agree(numbers);
        given.answer(numbers.get(0), "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        assertThat(dossiers.get(numbers.get(0)).step()).isEqualTo("userTask_completeDossier");
    }

    private void agree(List<DossierNumber> numbers) {
        var ours = numbers.stream().map(DossierNumber::value).toList();
        assertThat(readModel.verify())
                .filteredOn(difference -> ours.contains(difference.dossier()))
                .isEmpty();
    }

    /** New dossiers follow the shipped version again. */
    @AfterEach
    void takeAway() {
        if (another != null) {
            versions.takeAway(another);
        }
    }

    @Test
    void whatIsMissingIsNamedAndOnlyManagersAct() {
        listed(1);
        var manager = given.manager();
        faultsOf(() -> batches.start(list(), new BatchPlan(null, null, null, null, ""), null, manager))
                .extracting(Fault::field)
                .containsExactly("action", "motive");
        faultsOf(() -> batches.rehearse(list(), plan(BatchAction.BRING), manager))
                .extracting(Fault::field)
                .containsExactly("step");
        faultsOf(() -> batches.start(
                        addresses.read("words=aucundossiernecontientcemot"), plan(BatchAction.SUSPEND), null, manager))
                .extracting(Fault::field)
                .containsExactly("list");
        assertThatThrownBy(() -> batches.start(list(), plan(BatchAction.SUSPEND), 7, manager))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("essayez de nouveau");
        var officer = actors.find("instructeur").orElseThrow();
        assertThatThrownBy(() -> batches.recent(officer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> batches.start(list(), plan(BatchAction.SUSPEND), null, officer))
                .isInstanceOf(Forbidden.class);
        assertThat(ApiClient.as("instructeur", port).get("/batches").status()).isEqualTo(403);
    }

    @Test
    void theApiStartsABatchAndTellsHowFarItIs() throws Exception {
        listed(2);
        var manager = ApiClient.as("gestionnaire", port);
        var order = "{\"list\": \"words=" + word + "\", \"action\": \"SUSPEND\", \"motive\": \"" + WHY
                + "\", \"expected\": 2}";
        assertThat(manager.post("/batches/rehearsal", order)
                        .json()
                        .path("passed")
                        .asInt())
                .isEqualTo(2);
        var begun = manager.post("/batches", order);
        assertThat(begun.status()).isEqualTo(201);
        var id = UUID.fromString(begun.json().path("id").asText());
        done(id);
        assertThat(manager.get("/batches/" + id).json().path("done").asInt()).isEqualTo(2);
        assertThat(manager.get("/batches/" + id + "/lines?state=FAIT").json().size())
                .isEqualTo(2);
        assertThat(manager.post("/batches/" + id + "/stop", "{}").status()).isEqualTo(409);
    }
}
