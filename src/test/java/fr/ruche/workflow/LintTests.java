package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import fr.ruche.review.ChangedModels;
import fr.ruche.review.Finding;
import fr.ruche.review.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate and bpmnlint say the same of the same diagrams, element by element. */
@IntegrationTest
class LintTests {

    /** Recommended by bpmnlint, about elements that {@code diagram.grammar} does not let in at all. */
    private static final Set<String> REFUSED_ALTOGETHER =
            Set.of("ad-hoc-sub-process", "link-event", "no-complex-gateway", "no-inclusive-gateway");

    @Autowired
    ModelReview models;

    @TempDir
    Path folder;

    @Test
    void theGateSaysWhatBpmnlintSays() throws Exception {
        var diagrams = diagrams();
        for (var diagram : diagrams.entrySet()) {
            Files.writeString(folder.resolve(diagram.getKey() + ".bpmn"), diagram.getValue());
        }
        var theirs = lint();
        var named = new TreeSet<String>();

        diagrams.forEach((name, xml) -> {
            var found = theirs(theirs.path(name + ".bpmn"));
            assertThat(ours(name, xml)).as(name).isEqualTo(found);
            found.forEach(one -> named.add(one.substring(one.indexOf(' ') + 1)));
        });

        assertThat(named).as("each rule has found something").isEqualTo(recommended());
    }

    private Set<String> ours(String name, String xml) {
        return models.review(Map.of(name + ".bpmn", xml.getBytes(StandardCharsets.UTF_8))).findings().stream()
                .filter(finding -> recommended().contains(rule(finding)))
                .map(finding -> finding.element() + " " + rule(finding))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rule(Finding finding) {
        return finding.code().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> theirs(JsonNode report) {
        var found = new TreeSet<String>();
        report.fields()
                .forEachRemaining(rule -> rule.getValue().forEach(id -> {
                    if (recommended().contains(rule.getKey())) {
                        found.add(id.asText() + " " + rule.getKey());
                    }
                }));
        return found;
    }

    /** The rules of bpmnlint that the gate knows by their names. */
    private static Set<String> recommended() {
        try {
            var rules = Files.readString(Path.of("src/main/web/node_modules/bpmnlint/config/recommended.js"));
            var names = Arrays.stream(Rule.values())
                    .map(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.toSet());
            return rules.lines()
                    .filter(line -> line.strip().startsWith("'"))
                    .map(line -> line.strip().split("'", -1)[1])
                    .filter(rule -> !REFUSED_ALTOGETHER.contains(rule))
                    .peek(rule -> assertThat(names).contains(rule))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode lint() throws IOException, InterruptedException {
        var process = new ProcessBuilder("node", "lint.mjs", folder.toString())
                .directory(Path.of("src/main/web").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return new ObjectMapper().readTree(told);
    }

    private static Map<String, String> diagrams() {
        var diagrams = new LinkedHashMap<String, String>();
        ChangedModels.all().forEach(changed -> {
            for (var file : changed.models().bytes().entrySet()) {
                if (file.getKey().endsWith(".bpmn")) {
                    diagrams.put("changed" + diagrams.size(), new String(file.getValue(), StandardCharsets.UTF_8));
                }
            }
        });
        bad(diagrams);
        return diagrams;
    }

    private static TestDiagram diagram() {
        return new TestDiagram("essai");
    }

    /** One or more for each rule. */
    private static void bad(Map<String, String> diagrams) {
        diagrams.put(
                "noEnd",
                diagram()
                        .start()
                        .deposit()
                        .way("start", "userTask_depositFiche")
                        .bare());
        diagrams.put(
                "noStart",
                diagram().deposit().end().way("userTask_depositFiche", "end").bare());
        diagrams.put("nothing", diagram().bare());
        diagrams.put(
                "twoStarts",
                diagram()
                        .start()
                        .box("startEvent", "other", "Autre", "", "")
                        .deposit()
                        .end()
                        .way("start", "userTask_depositFiche", "end")
                        .way("other", "userTask_depositFiche")
                        .bare());
        diagrams.put("alone", TestDiagram.smallest("essai").complete().xml());
        diagrams.put(
                "noLabels",
                diagram()
                        .box("startEvent", "start", "", "", "")
                        .box("serviceTask", "task", " ", "", "")
                        .gateway("choice", "", "default=\"flow_choice__end\"")
                        .box("endEvent", "end", "", "", "")
                        .box("endEvent", "other", "", "", "")
                        .way("start", "task", "choice", "end")
                        .arrow("choice", "other", "", "${x}")
                        .bare());
        diagrams.put(
                "gateways",
                diagram()
                        .start()
                        .gateway("one", "", "")
                        .box("eventBasedGateway", "events", "", "", "")
                        .deposit()
                        .gateway("both", "Les deux ?", "")
                        .end()
                        .box("endEvent", "other", "Autre", "", "")
                        .way("start", "one", "events")
                        .arrow("events", "userTask_depositFiche", "Oui", "${x}")
                        .way("userTask_depositFiche", "both", "end")
                        .way("both", "other")
                        .way("one", "both")
                        .bare());
        diagrams.put(
                "splits",
                diagram()
                        .start()
                        .deposit()
                        .end()
                        .box("endEvent", "other", "Autre", "", "")
                        .way("start", "userTask_depositFiche", "end")
                        .way("userTask_depositFiche", "other")
                        .arrow("start", "other", "En trop", "")
                        .bare());
        diagrams.put(
                "twice",
                TestDiagram.smallest("essai")
                        .raw(
                                "<bpmn:sequenceFlow id=\"again\" sourceRef=\"start\" targetRef=\"userTask_depositFiche\"/>")
                        .xml()
                        // both boxes list their arrows, as modelers write them
                        .replaceAll(
                                "<bpmn:(incoming|outgoing)>flow_start__userTask_depositFiche<",
                                "<bpmn:$1>again</bpmn:$1>$0"));
        diagrams.put(
                "parts",
                diagram()
                        .start()
                        .subProcess(
                                "part",
                                "",
                                new TestDiagram("part")
                                        .box(
                                                "startEvent",
                                                "begin",
                                                "Début",
                                                "",
                                                "<bpmn:messageEventDefinition messageRef=\"message_m\"/>")
                                        .box("endEvent", "finish", "Fin", "", "")
                                        .way("begin", "finish"))
                        .subProcess(
                                "event",
                                "triggeredByEvent=\"true\"",
                                new TestDiagram("event")
                                        .box("startEvent", "begin2", "Début", "", "")
                                        .box("endEvent", "finish2", "Fin", "", "")
                                        .way("begin2", "finish2"))
                        .subProcess("empty", "", new TestDiagram("empty"))
                        .end()
                        .way("start", "part", "empty", "end")
                        .message("m")
                        .message("unused")
                        .bare()
                        .replace("name=\"unused\"", "name=\"m\""));
        diagrams.put(
                "events",
                TestDiagram.smallest("essai")
                        .edge(
                                "two",
                                "userTask_depositFiche",
                                "",
                                "<bpmn:messageEventDefinition messageRef=\"message_m\"/><bpmn:timerEventDefinition/>")
                        .message("m")
                        .bare());
        diagrams.put(
                "stop",
                diagram()
                        .start()
                        .deposit()
                        .box("endEvent", "end", "Fin", "", "<bpmn:terminateEventDefinition/>")
                        .way("start", "userTask_depositFiche", "end")
                        .xml());
        diagrams.put(
                "onTop", TestDiagram.smallest("essai").xml().replace("<dc:Bounds x=\"600\"", "<dc:Bounds x=\"450\""));
        diagrams.put(
                "notDrawn",
                TestDiagram.smallest("essai")
                        .xml()
                        .replaceFirst("<bpmndi:BPMNShape id=\"end_di\".*</bpmndi:BPMNShape>", ""));
    }
}
