package fr.ruche.trial;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Project;
import fr.ruche.trial.Scenario.Expected;
import fr.ruche.trial.Scenario.TableCase;
import fr.ruche.workflow.Script;
import java.io.IOException;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code *.scenario.yaml}. Everything that is wrong is said at once, each with its file and its scenario. */
final class ScenarioFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> FILE = Set.of("process", "call", "at", "answers", "scenarios");
    private static final Set<String> SCENARIO =
            Set.of("name", "process", "call", "at", "start", "project", "steps", "actions", "expect", "tables");
    private static final Set<String> STEP = Set.of("answer", "timer", "message", "facts");
    private static final Set<String> EXPECT = Set.of("way", "end", "waits", "verdict", "route", "rules");
    private static final Set<String> TABLE = Set.of("table", "given", "rows", "answers");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    private ScenarioFiles() {}

    /**
     * @param files content by bare file name; only scenarios are looked at
     * @throws Rejected with a fault for everything that cannot be read
     */
    static List<Scenario> read(Map<String, byte[]> files) {
        var reader = new ScenarioFiles();
        new TreeMap<>(files).forEach((name, content) -> {
            if (name.endsWith(".scenario.yaml")) {
                reader.file(name, content);
            }
        });
        Rejected.ifAny(reader.faults);
        return reader.scenarios;
    }

    private void file(String file, byte[] content) {
        try {
            var root = YAML.readTree(content);
            if (root == null || !root.isObject()) {
                wrong(file, "scenarios", "trial.file.empty");
                return;
            }
            known(file, "", root, FILE);
            if (!root.path("scenarios").isArray()) {
                wrong(file, "scenarios", "trial.file.empty");
            }
            for (var one : root.path("scenarios")) {
                scenario(file, root, one);
            }
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation() == null
                    ? 0
                    : unreadable.getLocation().getLineNr();
            wrong(file, "", "trial.file.unreadable", String.valueOf(at));
        } catch (IOException impossible) {
            wrong(file, "", "trial.file.unreadable", "0");
        }
    }

    private void wrong(String file, String place, String key, Object... words) {
        faults.add(new Fault(
                place.isEmpty() ? file : file + "#" + place,
                "SCENARIO",
                file + " : " + (place.isEmpty() ? "" : place + " : ") + Sentences.of(key, words)));
    }

    private void known(String file, String place, JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                wrong(file, place, "trial.file.unknown", name, String.join(", ", new TreeSet<>(names)));
            }
        });
    }

    private void scenario(String file, JsonNode root, JsonNode one) {
        var name = one.path("name").asText("");
        if (name.isBlank()) {
            wrong(file, "", "trial.file.name");
            return;
        }
        known(file, name, one, SCENARIO);
        known(file, name, one.path("expect"), EXPECT);
        scenarios.add(new Scenario(
                file,
                name,
                one.path("process").asText(root.path("process").asText("")),
                facts(one.path("start")),
                text(one, root, "call"),
                project(file, name, one.path("project")),
                moment(file, name, text(one, root, "at")),
                turns(file, name, one.path("steps")),
                named(root.path("answers")),
                named(one.path("actions")),
                expected(one.path("expect")),
                tables(file, name, one.path("tables"))));
    }

    private static @Nullable String text(JsonNode one, JsonNode root, String name) {
        var found = one.hasNonNull(name) ? one.path(name) : root.path(name);
        return found.isMissingNode() || found.isNull() ? null : found.asText();
    }

    private @Nullable Instant moment(String file, String name, @Nullable String written) {
        try {
            return written == null ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException wrong) {
            wrong(file, name, "trial.file.moment", written);
            return null;
        }
    }

    private static Map<String, Object> facts(JsonNode node) {
        var facts = new LinkedHashMap<String, Object>();
        node.properties().forEach(fact -> facts.put(fact.getKey(), plain(fact.getValue())));
        return facts;
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isObject()) {
            return facts(value);
        }
        if (value.isArray()) {
            var all = new ArrayList<Object>();
            value.forEach(part -> all.add(plain(part)));
            return all;
        }
        return value.isNull() ? "" : value.asText();
    }

    /** Facts by the name of the step or the action that makes them known. */
    private static Map<String, Map<String, Object>> named(JsonNode node) {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        node.properties().forEach(one -> all.put(one.getKey(), facts(one.getValue())));
        return all;
    }

    private List<Script.Turn> turns(String file, String name, JsonNode steps) {
        var turns = new ArrayList<Script.Turn>();
        for (var step : steps) {
            known(file, name, step, STEP);
            var facts = facts(step.path("facts"));
            if (step.hasNonNull("answer")) {
                turns.add(new Script.Answers(step.path("answer").asText(), facts));
            } else if (step.hasNonNull("timer")) {
                turns.add(new Script.Expires(step.path("timer").asText()));
            } else if (step.hasNonNull("message")) {
                turns.add(new Script.Receives(step.path("message").asText(), facts));
            } else {
                wrong(file, name, "trial.file.step");
            }
        }
        return turns;
    }

    private static Expected expected(JsonNode node) {
        return new Expected(
                list(node.path("way")),
                word(node, "end"),
                word(node, "waits"),
                word(node, "verdict"),
                word(node, "route"),
                list(node.path("rules")));
    }

    private static @Nullable String word(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    private static @Nullable List<String> list(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        var all = new ArrayList<String>();
        node.forEach(part -> all.add(part.asText()));
        return all;
    }

    private List<TableCase> tables(String file, String name, JsonNode tables) {
        var cases = new ArrayList<TableCase>();
        for (var table : tables) {
            known(file, name, table, TABLE);
            if (table.hasNonNull("table")) {
                cases.add(new TableCase(
                        table.path("table").asText(),
                        facts(table.path("given")),
                        list(table.path("rows")),
                        facts(table.path("answers"))));
            } else {
                wrong(file, name, "trial.file.table");
            }
        }
        return cases;
    }

    /** What is left out is not known, and amounts have two decimals. */
    private @Nullable Project project(String file, String name, JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        var whole = ((ObjectNode) node).deepCopy();
        for (var list : List.of("gupThemes", "missingDocuments")) {
            if (!whole.has(list)) {
                whole.set(list, new ArrayNode(YAML.getNodeFactory()));
            }
        }
        if (!whole.has("holder")) {
            whole.putObject("holder").put("kind", "AUTRE");
        }
        if (whole.path("financing") instanceof ObjectNode financing) {
            for (var part :
                    List.of("commune", "epci", "departement", "etat", "europe", "prives", "ownFunds", "otherIncome")) {
                if (!financing.has(part)) {
                    financing.put(part, 0);
                }
            }
        }
        euros(whole);
        try {
            return JSON.treeToValue(whole, Project.class);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            wrong(file, name, "trial.file.project", reason(unreadable));
            return null;
        }
    }

    private static String reason(Exception unreadable) {
        return String.valueOf(
                unreadable instanceof JacksonException json ? json.getOriginalMessage() : unreadable.getMessage());
    }

    private static void euros(ObjectNode node) {
        node.properties().forEach(part -> {
            if (part.getValue() instanceof ObjectNode inner) {
                euros(inner);
            } else if (part.getValue().isNumber() && !part.getKey().endsWith("Days")) {
                part.setValue(DecimalNode.valueOf(part.getValue().decimalValue().setScale(2, RoundingMode.HALF_UP)));
            }
        });
    }
}
