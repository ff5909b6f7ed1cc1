package fr.ruche.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Rejected;
import fr.ruche.programme.StatedCalls;
import fr.ruche.review.Finding;
import fr.ruche.workflow.ModelReview;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Autowired
    Starters starters;

    @Autowired
    List<StatedFiles> stated;

    @Test
    void theGateLetsANewDiagramAndANewFormThrough() {
        var bundle = Map.of(
                "essai.bpmn",
                starters.of(FileKind.BPMN, "essai", "L'essai", "essai"),
                "demande.form",
                starters.of(FileKind.FORM, "demande", "L'essai", "essai"));

        assertThat(models.review(bundle).findings()).noneMatch(finding -> finding.refuses());
    }

    /** It says so until a diagram asks it. */
    @Test
    void aNewTableOnlyWaitsToBeAsked() {
        var found = models.review(Map.of("choix.dmn", starters.of(FileKind.DMN, "choix", "L'essai", "essai")))
                .errors();

        assertThat(found).extracting(Finding::code).containsExactly("TABLE_UNKNOWN");
    }

    @Test
    void aNewCallNamesWhatIsToBeFilledIn() {
        var faults = calls.faults(
                Map.of(),
                Map.of("ESSAI-2027.call.yaml", starters.of(FileKind.CALL, "ESSAI-2027", "L'essai", "essai")),
                Set.of("essai"));

        assertThat(faults).isEmpty();
    }

    @Test
    void everyNewLetterIsWithoutFault() {
        var letters = stated.stream()
                .filter(one -> one.kind() == FileKind.LETTER)
                .findFirst()
                .orElseThrow();
        var bundle = letters.names().stream()
                .collect(Collectors.toMap(
                        name -> name.stem() + ".letter.txt",
                        name -> starters.of(FileKind.LETTER, name.stem(), "L'essai", "essai")));

        assertThat(bundle).containsKeys("granted.letter.txt", "fiche-received.letter.txt");
        assertThat(letters.faults(bundle)).isEmpty();
    }

    @Test
    void aLetterHasOneOfTheKnownNames() {
        assertThatThrownBy(() -> starters.of(FileKind.LETTER, "accord", "L'essai", "essai"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .allMatch(fault -> fault.field().equals("stem"))
                                .allMatch(fault -> fault.message().contains("granted, ")));
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void eachKindBeginsWithSomething(FileKind kind) {
        var draft = versions.create(WorkshopGiven.code(), "Essai (fictif)", given.modeller());
        var stem = switch (kind) {
            case CALL -> "ESSAI-2027";
            case LETTER -> "granted";
            default -> "essai";
        };

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
