package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Tasklist of 7.24 can show, what other systems rely on, and what a person needs to fill a form in. */
class FormContractTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One type beyond these and Tasklist shows no form at all; those that mistype amounts and dates are left out. */
    private static final Set<String> TYPES =
            Set.of("textfield", "textarea", "checkbox", "radio", "select", "checklist", "taglist", "group", "text");

    private static final Map<String, List<String>> FIXED_KEYS = Map.of(
            "checkConformity", List.of("conformityVerdict", "conformityReason", "priorityRank"),
            "checkCompleteness", List.of("completenessVerdict", "completenessReason"),
            "instruct", List.of("instructionOpinion", "uncoveredNeedEstablished", "instructionNote"),
            "recordJuryOutcome", List.of("juryOutcome", "grantedOperating", "grantedInvestment", "juryReason"),
            "recordDecision", List.of("decisionOutcome", "deliberationNumber", "deliberationDate"));

    private static final Map<String, List<String>> FIXED_OPTIONS = Map.of(
            "conformityVerdict", List.of("CONFORM", "CONFORM_WITH_RESERVES", "TO_CORRECT", "NOT_CONFORM"),
            "completenessVerdict", List.of("COMPLETE", "TO_COMPLETE", "INADMISSIBLE"),
            "instructionOpinion", List.of("FAVOURABLE", "UNFAVOURABLE"),
            "juryOutcome",
                    List.of(
                            "FAVORABLE",
                            "FAVORABLE_PARTIEL",
                            "FAVORABLE_SOUS_RESERVE",
                            "LISTE_COMPLEMENTAIRE",
                            "AJOURNE",
                            "DEFAVORABLE",
                            "REORIENTE",
                            "RENVOI_JURY_REGIONAL"),
            "decisionOutcome", List.of("ATTRIBUE", "REJETE", "LISTE_COMPLEMENTAIRE"));

    static Stream<Path> forms() {
        try (var files = Files.list(Path.of("forms/dsdt"))) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedLikeItsFile(Path file) {
        assertThat(file.getFileName().toString())
                .isEqualTo(read(file).path("id").asText() + ".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormUsesOnlyWhatTasklistShowsRight(Path file) {
        assertThat(components(read(file)))
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(TYPES);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldHasALabelAndABoundedLength(Path file) {
        assertThat(fields(read(file))).isNotEmpty().allSatisfy(field -> {
            assertThat(field.path("label").asText()).isNotBlank();
            if (field.path("type").asText().startsWith("text")) {
                assertThat(field.path("validate").path("maxLength").asInt()).isPositive();
            }
        });
        assertThat(fields(read(file))).extracting(FormContractTests::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aComponentHasAnIdOfItsOwn(Path file) {
        assertThat(components(read(file)))
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates()
                .allMatch(id -> !id.isBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormBelongsToATaskOfADiagram(Path file) throws IOException {
        var name = file.getFileName().toString().replace(".form", "");
        try (var diagrams = Files.newDirectoryStream(Path.of("bpmn/dsdt"), "*.bpmn")) {
            var used = StreamSupport.stream(diagrams.spliterator(), false)
                    .flatMap(diagram ->
                            Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(UserTask.class).stream())
                    .anyMatch(task -> name.equals(task.getCamundaFormRef()));
            assertThat(used).isTrue();
        }
    }

    @Test
    void theFieldsThatOtherSystemsRelyOnAreThere() {
        FIXED_KEYS.forEach((form, keys) -> assertThat(fields(read(Path.of("forms/dsdt", form + ".form"))))
                .extracting(FormContractTests::key)
                .containsAll(keys));
    }

    @Test
    void theChoicesThatOtherSystemsRelyOnAreThere() {
        var offered = new ArrayList<JsonNode>();
        forms().forEach(file -> offered.addAll(fields(read(file))));
        FIXED_OPTIONS.forEach((key, options) -> assertThat(offered)
                .filteredOn(field -> key(field).equals(key))
                .singleElement()
                .satisfies(field -> assertThat(
                                StreamSupport.stream(field.path("values").spliterator(), false)
                                        .map(option -> option.path("value").asText()))
                        .containsExactlyElementsOf(options)));
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static List<JsonNode> fields(JsonNode form) {
        return components(form).stream()
                .filter(component -> component.has("key"))
                .toList();
    }

    private static List<JsonNode> components(JsonNode parent) {
        var all = new ArrayList<JsonNode>();
        for (var component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
