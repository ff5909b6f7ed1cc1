package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our French texts of Camunda's web applications, held against the English ones of the version that we ship. */
class CamundaTextsTests {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern PLACEHOLDERS =
            Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}|%[ds]|&\\w+;|</?(?:a|br|strong)\\b|href=\"[^\"]*\"");

    private static final Pattern NOT_FRENCH_TYPOGRAPHY = Pattern.compile("'| [:;?!»]|« |\\.\\.\\.");

    /** What is written alike in both languages. */
    private static final Set<String> ALIKE = Set.of(
            "<",
            "<=",
            ">",
            ">=",
            "<version>",
            "Action",
            "Actions",
            "Active",
            "Annotation",
            "Application",
            "Applications",
            "CSV",
            "Configuration",
            "Date",
            "Description",
            "Documentation",
            "Exception",
            "Incidents",
            "Instance",
            "JSON",
            "Message",
            "Migration",
            "Notification",
            "OK",
            "Optimize",
            "Options",
            "Source",
            "Total",
            "Type",
            "Types",
            "Variable",
            "Variable / {{variableName}}",
            "Variables",
            "Version",
            "instance",
            "instances",
            "s");

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist", "welcome"})
    void everyTextIsFrenchAndSaysAsMuch(String application) throws IOException {
        var english = labels(application, "en");
        var french = labels(application, "fr");

        assertThat(french).containsOnlyKeys(english.keySet());
        french.forEach((key, text) -> {
            var original = Objects.requireNonNull(english.get(key));
            assertThat(text.isBlank()).as(key).isEqualTo(original.isBlank());
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(original));
            assertThat(NOT_FRENCH_TYPOGRAPHY
                            .matcher(text.replaceAll("<[^>]*>", ""))
                            .find())
                    .as("%s breaks where French does not: %s", key, text)
                    .isFalse();
            if (text.equals(original) && !text.isBlank()) {
                assertThat(ALIKE).as(key).contains(text.strip());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist"})
    void datesAreCompleteAndFrench(String application) throws IOException {
        var english = read(application, "en").get("dateLocales");
        var french = read(application, "fr").get("dateLocales");

        assertThat(shape(french)).isEqualTo(shape(english));
        assertThat(french.at("/relativeTime/past").asText()).isEqualTo("il y a %s");
        assertThat(french.at("/months/1").asText()).isEqualTo("février");
    }

    private static Map<String, String> labels(String application, String language) throws IOException {
        var labels = new TreeMap<String, String>();
        read(application, language)
                .get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode read(String application, String language) throws IOException {
        var name = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(application, language);
        try (var texts = Objects.requireNonNull(CamundaTextsTests.class.getResourceAsStream(name), name)) {
            var json = new String(texts.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(json.replace(BYTE_ORDER_MARK, ""));
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDERS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace(" ", ""))
                .sorted()
                .toList();
    }

    /** The keys and the number of entries, all the way down. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            var keys = new TreeMap<String, String>();
            node.properties().forEach(entry -> keys.put(entry.getKey(), shape(entry.getValue())));
            return keys.toString();
        }
        return node.isArray() ? String.valueOf(node.size()) : "text";
    }
}
