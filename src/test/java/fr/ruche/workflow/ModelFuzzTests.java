package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestModels;
import fr.ruche.review.Finding;
import fr.ruche.review.Rule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What Ruche ships, changed at random: the gate never fails, and the engine takes whatever the gate lets through. The
 * seed is the name of the test.
 */
@IntegrationTest
class ModelFuzzTests {

    private static final int SEEDS = 150;

    /** What makes trouble where it does not belong. */
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "<",
            ">",
            "&",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "${",
            "}",
            "#{x}",
            "{{",
            "}}",
            "\u0000",
            "\u200B",
            "é",
            "\uD83D\uDE00",
            "0",
            "-1",
            "true",
            "null",
            "not(",
            "((((",
            "[[[[",
            "[1..",
            "\\",
            "\n",
            "xmlns=\"\"",
            "bpmn:",
            "camunda:",
            "id=\"start\"",
            "function(x)",
            "for i in 1..9 return i",
            "date(\"x\")");

    @Autowired
    ModelReview models;

    @Autowired
    DeploymentGate gate;

    @Autowired
    ProcessEngine engine;

    @TestFactory
    Stream<DynamicTest> aModelChangedAtRandomIsReviewedToTheEnd() {
        var shipped = TestModels.shipped().bytes();
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var bundle = changed(shipped, new Random(seed));
                    var review = models.review(bundle);

                    assertThat(review.findings()).extracting(Finding::code).doesNotContain(Rule.REVIEW_FAILED.name());
                    bundle.forEach((name, content) -> assertThat(
                                    models.safety(name, content).findings())
                            .extracting(Finding::code)
                            .doesNotContain(Rule.REVIEW_FAILED.name()));
                    if (review.accepted()) {
                        deployAndForget(bundle);
                    }
                }));
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> shipped, Random random) {
        var bundle = new TreeMap<>(shipped);
        var names = new ArrayList<>(bundle.keySet());
        var name = names.get(random.nextInt(names.size()));
        var text = new StringBuilder(new String(bundle.get(name), StandardCharsets.UTF_8));
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(text, random);
        }
        bundle.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
        return bundle;
    }

    private static void change(StringBuilder text, Random random) {
        var at = random.nextInt(text.length());
        var to = Math.min(text.length(), at + 1 + random.nextInt(60));
        switch (random.nextInt(16)) { // mostly such that the file stays a file
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> {
                var piece = text.substring(at, to);
                var elsewhere = random.nextInt(text.length() - piece.length());
                text.replace(elsewhere, elsewhere + piece.length(), piece);
            }
            case 4, 5, 6 -> line(text, at, random);
            default -> attribute(text, at, random);
        }
    }

    /** Another value between the next quotes, so that the file stays a file. */
    private static void attribute(StringBuilder text, int at, Random random) {
        var open = text.indexOf("\"", at);
        var close = open < 0 ? -1 : text.indexOf("\"", open + 1);
        if (close > open) {
            var values = List.of(
                    "", "x", "${x}", "true", "managers", "P1D", "NOT_CONFORM", text.substring(open + 1, close) + "x");
            text.replace(open + 1, close, values.get(random.nextInt(values.size())));
        }
    }

    /** A line left out, or twice. */
    private static void line(StringBuilder text, int at, Random random) {
        var begin = text.lastIndexOf("\n", at) + 1;
        var end = text.indexOf("\n", at);
        if (end > begin) {
            var line = text.substring(begin, end + 1);
            if (random.nextBoolean()) {
                text.delete(begin, end + 1);
            } else {
                text.insert(begin, line);
            }
        }
    }

    private void deployAndForget(Map<String, byte[]> bundle) {
        gate.open(() -> {
            var deployment = engine.getRepositoryService().createDeployment();
            bundle.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            engine.getRepositoryService().deleteDeployment(deployment.deploy().getId(), true);
        });
    }
}
