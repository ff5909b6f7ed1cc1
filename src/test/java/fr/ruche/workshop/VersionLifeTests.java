package fr.ruche.workshop;

import static fr.ruche.workshop.WorkshopGiven.bytes;
import static fr.ruche.workshop.WorkshopGiven.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestCalls;
import fr.ruche.TestClock;
import fr.ruche.TestDiagram;
import fr.ruche.TestDossiers;
import fr.ruche.TestModels;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Overtaken;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version from its draft to its service, with the real engine. */
@IntegrationTest
class VersionLifeTests {

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Followers followers;

    @Autowired
    PublicationRounds rounds;

    @Autowired
    WorkshopGiven given;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCalls call;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient sql;

    @Test
    void aVersionIsMendedTestedApprovedAndFollowedByWhatBeginsThen() {
        var code = code();
        var diagram = TestDiagram.smallest(code).xml();
        var file = code + ".bpmn";
        var draft = given.draft(code, file, diagram.replace("ficheDeadline", "ficheDedline"));

        assertThatThrownBy(() -> approvals.submit(draft.id(), "Un premier flux", given.modeller()))
                .isInstanceOfSatisfying(Rejected.class, refused -> {
                    assertThat(refused.faults()).extracting(Fault::rule).containsExactly("DEADLINE_UNKNOWN");
                    assertThat(refused.faults()).extracting(Fault::field).containsExactly(file);
                    assertThat(refused).hasMessageContaining("deadlines.ficheDeadline");
                });
        assertThat(versions.get(draft.id(), given.modeller()).state()).isEqualTo(VersionState.DRAFT);

        var revision = versions.get(draft.id(), given.modeller())
                .file(file)
                .orElseThrow()
                .revision();
        versions.write(draft.id(), file, bytes(diagram), revision, given.modeller());
        assertThat(approvals.test(draft.id(), given.modeller()).state()).isEqualTo(VersionState.TESTED);
        var first = given.published(draft.id());
        assertThat(first.state()).isEqualTo(VersionState.PUBLISHED);
        assertThat(first.publishedBy()).isEqualTo("Compte gestionnaire");
        assertThat(first.models()).extracting("key", "version").containsExactly(tuple(code, 1));

        var original = call.current();
        try {
            call.change(tree -> tree.put("process", code));
            var early = dossiers.opened();
            var second = versions.draft(code, null, given.modeller());
            assertThat(second.basis()).isEqualTo(first.id());
            versions.write(second.id(), file, bytes(diagram.replace("Dossier clos", "Terminé")), 1, given.modeller());
            given.published(second.id());
            var late = dossiers.opened();

            assertThat(definition(early)).startsWith(code + ":1:");
            assertThat(definition(late)).startsWith(code + ":2:");
            assertThat(versions.get(first.id(), given.manager()).state()).isEqualTo(VersionState.RETIRED);
            var followed = followers.of(second.id(), given.manager()).get(0);
            assertThat(followed.running()).isOne();
            assertThat(followed.others()).singleElement().satisfies(other -> {
                assertThat(other.version()).isOne();
                assertThat(other.number()).isOne();
                assertThat(other.running()).isOne();
                assertThat(other.stuck()).isZero();
                assertThat(other.kept())
                        .extracting(Followers.Waiting::id, Followers.Waiting::waiting)
                        .containsExactly(tuple("userTask_depositFiche", 1L));
            });

            assertThat(followers.diagram(second.id(), code, 1, given.manager())).contains("Dossier clos");
            assertThat(followers.diagram(second.id(), code, 2, given.modeller()))
                    .contains("Terminé");
            assertThatThrownBy(() -> followers.diagram(second.id(), "dsdt-dossier", 1, given.manager()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> followers.diagram(second.id(), code, 9, given.manager()))
                    .isInstanceOf(NotFound.class);

            var third = approvals.again(first.id(), "La seconde ne va pas", given.modeller());
            assertThat(third.origin()).isEqualTo(Origin.AGAIN);
            assertThat(third.basisNumber()).isOne();
            approve(third);
            approvals.publish(third.id(), null, given.manager());
            var last = dossiers.opened();

            assertThat(definition(last)).startsWith(code + ":3:");
            assertThat(versions.files(third.id(), given.manager())).containsOnlyKeys(file);
            assertThat(new String(versions.files(third.id(), given.manager()).get(file), UTF_8))
                    .isEqualTo(diagram);
            assertThat(definition(late)).startsWith(code + ":2:");
        } finally {
            call.change(original);
        }
        assertThat(told(code))
                .containsSubsequence(
                        "MODEL_PROGRAMME_CREATED",
                        "MODEL_DRAFTED",
                        "MODEL_WRITTEN",
                        "MODEL_TESTED",
                        "MODEL_SUBMITTED",
                        "MODEL_APPROVED",
                        "MODEL_PUBLISHED");
    }

    @Test
    void anElementThatIsGoneIsToldBeforeDossiersAreTakenOver() {
        var code = code();
        var file = code + ".bpmn";
        var both = new TestDiagram(code)
                .start()
                .deposit()
                .complete()
                .end()
                .way("start", "userTask_depositFiche", "userTask_completeDossier", "end")
                .xml();
        var first = given.published(given.draft(code, file, both).id());
        var original = call.current();
        try {
            call.change(tree -> tree.put("process", code));
            dossiers.opened();
            var second = versions.draft(code, null, given.modeller());
            var shorter = new TestDiagram(code)
                    .start()
                    .complete()
                    .end()
                    .way("start", "userTask_completeDossier", "end")
                    .xml();
            versions.write(second.id(), file, bytes(shorter), 1, given.modeller());
            given.published(second.id());

            assertThat(followers.of(second.id(), given.modeller()).get(0).others())
                    .singleElement()
                    .satisfies(other -> {
                        assertThat(other.lost())
                                .extracting(Followers.Waiting::label, Followers.Waiting::waiting)
                                .containsExactly(tuple("Déposer la fiche", 1L));
                        assertThat(other.kept())
                                .extracting(Followers.Waiting::id)
                                .containsExactly("userTask_completeDossier");
                        assertThat(other.stuck()).isOne();
                    });
            assertThat(followers.of(first.id(), given.modeller()).get(0).running())
                    .isOne();
        } finally {
            call.change(original);
        }
    }

    @Test
    void whoeverHadAPartInItDoesNotApproveIt() {
        var code = code();
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        versions.write(
                draft.id(), "instruct.form", bytes(TestModels.shipped().text("instruct.form")), 0, given.chief());
        versions.remove(
                draft.id(),
                "instruct.form",
                versions.get(draft.id(), given.chief())
                        .file("instruct.form")
                        .orElseThrow()
                        .revision(),
                given.chief());
        var copy = versions.draft(code, draft.id(), given.modeller());
        for (var version : List.of(draft.id(), copy.id())) {
            var asked = request(approvals.submit(version, "Essai", given.modeller()));
            assertThatThrownBy(() -> approvals.approve(version, asked, given.chief()))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("un autre gestionnaire");
            assertThatThrownBy(() -> approvals.approve(version, asked, given.modeller()))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> approvals.publish(version, null, given.chief()))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("pas approuvée");
            assertThat(approvals.approve(version, asked, given.manager()).request())
                    .satisfies(request -> assertThat(
                                    Objects.requireNonNull(request).state())
                            .isEqualTo(ApprovalRequest.State.APPROVED));
        }
        var own = versions.draft(code, draft.id(), given.chief());
        var asked = request(approvals.submit(own.id(), "Essai", given.chief()));
        assertThatThrownBy(() -> approvals.approve(own.id(), asked, given.chief()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aChangeVoidsTheRequestAndTheApproval() {
        var code = code();
        var file = code + ".bpmn";
        var draft = given.draft(code, file, TestDiagram.smallest(code).xml());
        var asked = request(approvals.submit(draft.id(), "Essai", given.modeller()));
        var revision = versions.get(draft.id(), given.modeller())
                .file(file)
                .orElseThrow()
                .revision();

        var next = versions.write(
                draft.id(), file, bytes(TestDiagram.smallest(code).xml() + " "), revision, given.modeller());

        assertThatThrownBy(() -> approvals.approve(draft.id(), asked, given.manager()))
                .isInstanceOf(Conflict.class);
        var changed = versions.get(draft.id(), given.modeller());
        assertThat(changed.state()).isEqualTo(VersionState.DRAFT);
        assertThat(changed.request()).isNull();
        assertThat(changed.requests()).extracting(ApprovalRequest::state).containsExactly(ApprovalRequest.State.VOIDED);

        given.approved(draft.id());
        approvals.publish(draft.id(), clock.instant().plus(Duration.ofHours(2)), given.modeller());
        versions.write(draft.id(), file, bytes(TestDiagram.smallest(code).xml()), next, given.modeller());
        clock.at(clock.instant().plus(Duration.ofHours(3)), rounds::look);
        assertThat(versions.get(draft.id(), given.modeller()).state()).isEqualTo(VersionState.DRAFT);
        assertThat(versions.get(draft.id(), given.modeller()).publishAt()).isNull();
    }

    @Test
    void aRefusalIsReadByTheModellerAndNothingIsInService() {
        var code = code();
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        var asked = request(approvals.submit(draft.id(), "Essai", given.modeller()));

        assertThatThrownBy(() -> approvals.refuse(draft.id(), asked, " ", given.manager()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .containsExactly("motive"));
        approvals.refuse(draft.id(), asked, "Il manque l’avis de la Région.", given.manager());

        assertThat(versions.get(draft.id(), given.modeller()).requests().get(0).reason())
                .isEqualTo("Il manque l’avis de la Région.");
        assertThatThrownBy(() -> approvals.publish(draft.id(), null, given.modeller()))
                .isInstanceOf(Conflict.class);
        assertThat(versions.programme(code, given.manager()).inService()).isEmpty();
        assertThat(approvals.submit(draft.id(), "Encore", given.modeller()).request())
                .isNotNull();
    }

    @Test
    void whatIsPlannedHappensAtItsMomentOnceWhateverTheNumberOfInstances() {
        var code = code();
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        given.approved(draft.id());
        var moment = clock.instant().plus(Duration.ofHours(2));

        approvals.publish(draft.id(), moment, given.modeller());
        rounds.look();
        assertThat(deployments(code)).isZero();
        assertThat(versions.get(draft.id(), given.modeller()).publishAt()).isNotNull();

        clock.at(
                moment.plusSeconds(1),
                () -> CompletableFuture.allOf(
                                CompletableFuture.runAsync(rounds::look), CompletableFuture.runAsync(rounds::look))
                        .join());

        assertThat(deployments(code)).isOne();
        var published = versions.get(draft.id(), given.modeller());
        assertThat(published.state()).isEqualTo(VersionState.PUBLISHED);
        assertThat(published.publishFailure()).isNull();
        assertThat(sql.sql("select author from audit_fact where subject = ? and action = 'MODEL_PUBLISHED'")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("modeleur");
    }

    @Test
    void whatIsPlannedDoesNotOverwriteWhatWasPutIntoServiceMeanwhile() {
        var code = code();
        var file = code + ".bpmn";
        var first = given.published(
                given.draft(code, file, TestDiagram.smallest(code).xml()).id());
        var planned = versions.draft(code, null, given.modeller());
        versions.write(planned.id(), file, bytes(other(code, "Un")), 1, given.modeller());
        given.approved(planned.id());
        var moment = clock.instant().plus(Duration.ofHours(2));
        approvals.publish(planned.id(), moment, given.manager());
        var urgent = versions.draft(code, first.id(), given.modeller());
        versions.write(urgent.id(), file, bytes(other(code, "Deux")), 1, given.modeller());
        given.published(urgent.id());

        clock.at(moment.plusSeconds(1), rounds::look);

        assertThat(versions.programme(code, given.manager())
                        .inService()
                        .orElseThrow()
                        .id())
                .isEqualTo(urgent.id());
        var left = versions.get(planned.id(), given.modeller());
        assertThat(left.publishAt()).isNull();
        assertThat(left.publishFailure()).contains("Une autre version a été mise en service");
        assertThat(told(code)).contains("MODEL_PUBLICATION_FAILED");
    }

    @Test
    void theModelOfAnotherProgrammeIsNotTakenOver() {
        var code = code();
        var draft = given.draft(code, "juryRouting.dmn", TestModels.shipped().text("juryRouting.dmn"));

        assertThatThrownBy(() -> approvals.test(draft.id(), given.modeller()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::rule)
                                .containsExactly("FOREIGN"))
                .hasMessageContaining("juryRouting");
    }

    @Test
    void anEmptyVersionIsNotTestedAndADiscardedOneIsKept() {
        var empty = versions.create(code(), "Vide", given.modeller());

        assertThatThrownBy(() -> approvals.test(empty.id(), given.modeller()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("aucun diagramme");
        approvals.discard(empty.id(), given.modeller());

        assertThat(versions.get(empty.id(), given.modeller()).state()).isEqualTo(VersionState.DISCARDED);
        assertThat(versions.programme(empty.programme(), given.modeller()).versions())
                .isEmpty();
        assertThatThrownBy(() -> versions.write(empty.id(), "a.form", bytes("{}"), 0, given.modeller()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("abandonnée");
        assertThat(versions.draft(empty.programme(), empty.id(), given.modeller())
                        .basisNumber())
                .isOne();
    }

    @Test
    void filesThatAreBroughtDoNotOverwriteWhatWasChangedMeanwhile() {
        var code = code();
        var draft = given.draft(code, "un.form", "{}");
        versions.write(draft.id(), "deux.form", bytes("{}"), 0, given.chief());
        var seen = versions.get(draft.id(), given.modeller()).revision();
        versions.put(draft.id(), Map.of("un.form", bytes("{\"a\":1}")), seen, given.modeller());
        var revision = versions.get(draft.id(), given.chief())
                .file("deux.form")
                .orElseThrow()
                .revision();
        versions.write(draft.id(), "deux.form", bytes("{\"b\":1}"), revision, given.chief());

        assertThatThrownBy(() -> versions.put(
                        draft.id(),
                        Map.of("deux.form", bytes("{\"c\":1}"), "trois.form", bytes("{}")),
                        seen,
                        given.modeller()))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("Compte chef-atelier");

        assertThat(versions.files(draft.id(), given.modeller())).containsOnlyKeys("un.form", "deux.form");
        assertThat(new String(versions.files(draft.id(), given.modeller()).get("deux.form"), UTF_8))
                .isEqualTo("{\"b\":1}");
    }

    private static String other(String code, String end) {
        return TestDiagram.smallest(code).xml().replace("Dossier clos", end);
    }

    private void approve(VersionView version) {
        approvals.approve(version.id(), request(version), given.manager());
    }

    private static UUID request(VersionView version) {
        return Objects.requireNonNull(version.request()).id();
    }

    private long deployments(String name) {
        return repository.createDeploymentQuery().deploymentName(name).count();
    }

    private List<String> told(String code) {
        return sql.sql("select action from audit_fact where subject = ? order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    private String definition(DossierNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getProcessDefinitionId();
    }
}
