package fr.ruche.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Rejected;
import fr.ruche.programme.StatedCalls;
import fr.ruche.review.Finding;
import fr.ruche.workflow.ModelReview;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a new file begins with can be put into service as it is. */
@IntegrationTest
class StartersTests {

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    WorkshopGiven given;

    @Autowired
    ModelReview models;

    @Autowired
    StatedCalls calls;

    @Test
    void theGateLetsANewDiagramAndANewFormThrough() {
        var bundle = Map.of(
                "essai.bpmn",
                Starters.of(FileKind.BPMN, "essai"),
                "demande.form",
                Starters.of(FileKind.FORM, "demande"));

        assertThat(models.review(bundle).findings()).noneMatch(finding -> finding.refuses());
    }

    /** It says so until a diagram asks it. */
    @Test
    void aNewTableOnlyWaitsToBeAsked() {
        var found = models.review(Map.of("choix.dmn", Starters.of(FileKind.DMN, "choix")))
                .errors();

        assertThat(found).extracting(Finding::code).containsExactly("TABLE_UNKNOWN");
    }

    @Test
    void aNewCallNamesWhatIsToBeFilledIn() {
        var faults = calls.faults(
                Map.of(),
                Map.of("ESSAI-2027.call.yaml", Starters.of(FileKind.CALL, "ESSAI-2027")),
                Set.of("a-completer"));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void eachKindBeginsWithSomething(FileKind kind) {
        var draft = versions.create(WorkshopGiven.code(), "Essai (fictif)", given.modeller());
        var stem = kind == FileKind.CALL ? "ESSAI-2027" : "essai";

        var name = versions.begin(draft.id(), kind, stem, given.modeller());

        assertThat(name).isEqualTo(stem + kind.ending());
        assertThat(new String(
                        versions.file(draft.id(), name, given.modeller()).bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isNotBlank()
                .doesNotContain("__name__");
        assertThatThrownBy(() -> versions.begin(draft.id(), kind, stem, given.modeller()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> versions.begin(draft.id(), kind, "deux mots", given.modeller()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .allMatch(fault -> fault.field().equals("stem")));
    }
}
