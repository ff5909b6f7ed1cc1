package fr.ruche.workshop;

import static fr.ruche.workshop.WorkshopGiven.bytes;
import static fr.ruche.workshop.WorkshopGiven.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import fr.ruche.common.Rejected;
import fr.ruche.workflow.Publications;
import fr.ruche.workflow.ShippedModels;
import fr.ruche.workflow.ShippedModels.Programme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a start does with the programmes that the program brings. */
@IntegrationTest
class ShippedProgrammesTests {

    private final String code = code();
    private final String file = code + ".bpmn";

    @Autowired
    ShippedProgrammes start;

    @Autowired
    ShippedModels shipped;

    @Autowired
    Publications publications;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    WorkshopGiven given;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void takeAway() {
        repository
                .createDeploymentQuery()
                .deploymentName(code)
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
    }

    @Test
    void aRestartWithTheSameFilesDoesNothing() {
        var before = repository.createDeploymentQuery().count();
        var known = versions.programme("dsdt", given.modeller()).versions().size();

        start.afterSingletonsInstantiated();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(versions.programme("dsdt", given.modeller()).versions()).hasSize(known);
        assertThat(shipped.all())
                .extracting(Programme::code, Programme::deployment)
                .contains(tuple("dsdt", "ruche"));
    }

    @Test
    void whatAFormerProgramDeployedIsNotDeployedAgain() {
        var deployment = publications.publish(code, files("Avant"));

        start.bring(programme("Avant"));

        assertThat(repository.createDeploymentQuery().deploymentName(code).count())
                .isOne();
        var version = versions.get(only().id(), given.modeller());
        assertThat(version.deployment()).isEqualTo(deployment);
        assertThat(version.state()).isEqualTo(VersionState.PUBLISHED);
        assertThat(version.origin()).isEqualTo(Origin.SHIPPED);
        assertThat(version.publishedBy()).isEqualTo("Ruche");
        assertThat(version.files()).extracting(FileView::name).containsExactlyInAnyOrder(file, "abandoned.letter.txt");
    }

    @Test
    void anUpgradeIsPutIntoServiceUntilTheWorkshopHasItsOwn() {
        start.bring(programme("Un"));
        start.bring(programme("Un"));
        assertThat(states()).containsExactly(VersionState.PUBLISHED);
        start.bring(programme("Deux"));
        assertThat(states()).containsExactly(VersionState.PUBLISHED, VersionState.RETIRED);
        assertThat(text()).contains("Deux");
        assertThat(letters()).containsExactly("Un\n\n{reason} ruche", "Deux\n\n{reason} ruche");

        var own = versions.draft(code, null, given.modeller());
        versions.write(own.id(), file, bytes(diagram("À nous")), 1, given.modeller());
        given.published(own.id());
        start.bring(programme("Trois"));
        start.bring(programme("Trois"));

        assertThat(states())
                .containsExactly(
                        VersionState.DRAFT, VersionState.PUBLISHED, VersionState.RETIRED, VersionState.RETIRED);
        assertThat(text()).contains("À nous");
        assertThat(letters()).hasSize(2);
        assertThat(versions.programme(code, given.modeller()).brought()).hasValueSatisfying(draft -> {
            assertThat(draft.number()).isEqualTo(4);
            assertThat(draft.origin()).isEqualTo(Origin.SHIPPED);
            assertThat(draft.createdBy()).isEqualTo("Ruche");
        });
        assertThat(repository.createDeploymentQuery().deploymentName(code).count())
                .isEqualTo(3);
    }

    @Test
    void aStartWithAWrongModelLeavesNothing() {
        var wrong = new Programme(
                code, "Essai", code, Map.of(file, bytes(diagram("Un").replace("ficheDeadline", "ficheDedline"))));

        assertThatThrownBy(() -> start.bring(wrong))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("deadlines.ficheDeadline");

        assertThat(versions.programmes(given.modeller()))
                .extracting(ProgrammeView::code)
                .doesNotContain(code);
        start.bring(programme("Un"));
        assertThat(states()).containsExactly(VersionState.PUBLISHED);
    }

    @Test
    void aStartWithAWrongLetterLeavesNothing() {
        var files = new HashMap<>(files("Un"));
        files.put("accord.letter.txt", bytes(letter("Un")));

        assertThatThrownBy(() -> start.bring(new Programme(code, "Essai", code, files)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("accord.letter.txt");

        assertThat(letters()).isEmpty();
        start.bring(programme("Un"));
        assertThat(letters()).hasSize(1);
    }

    private Programme programme(String end) {
        return new Programme(code, "Essai", code, files(end));
    }

    private Map<String, byte[]> files(String end) {
        return Map.of(file, bytes(diagram(end)), "abandoned.letter.txt", bytes(letter(end)));
    }

    private static String letter(String end) {
        return "Abandon de {number}\n\n" + end + "\n\n{reason}\n";
    }

    private String diagram(String end) {
        return TestDiagram.smallest(code).xml().replace("Dossier clos", end);
    }

    private VersionLine only() {
        var all = versions.programme(code, given.modeller()).versions();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<VersionState> states() {
        return versions.programme(code, given.modeller()).versions().stream()
                .map(VersionLine::state)
                .toList();
    }

    private List<String> letters() {
        return sql.sql("select body || ' ' || changed_by from programme_letter where programme = ? order by version")
                .param(code)
                .query(String.class)
                .list();
    }

    private String text() {
        var latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(code)
                .latestVersion()
                .singleResult();
        return Bpmn.convertToString(repository.getBpmnModelInstance(latest.getId()));
    }
}
