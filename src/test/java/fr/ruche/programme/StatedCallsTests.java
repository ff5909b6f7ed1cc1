package fr.ruche.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Fault;
import fr.ruche.common.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bundle states of a call comes into service with it. */
@IntegrationTest
class StatedCallsTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Set<String> PROCESSES = Set.of("dsdt-dossier");

    @Autowired
    StatedCalls stated;

    @Autowired
    Calls calls;

    private String code;
    private String text;

    @BeforeEach
    void aCallOfItsOwn() throws IOException {
        code = "FICHIER-" + LAST.incrementAndGet();
        text = Files.readString(Path.of("bpmn/dsdt/DSDT-2015.call.yaml"))
                .replace("code: DSDT-2015", "code: " + code)
                .replace("programme: DSDT", "programme: FICHIER");
    }

    private Map<String, byte[]> bundle(String content) {
        return Map.of(code + ".call.yaml", content.getBytes(StandardCharsets.UTF_8), "autre.form", new byte[0]);
    }

    private void bring(Map<String, byte[]> former, Map<String, byte[]> bundle) {
        assertThat(stated.faults(former, bundle, PROCESSES)).isEmpty();
        stated.bring(former, bundle, "gestionnaire", "Mise en service (essai).");
    }

    @Test
    void aCallThatNobodyKnowsIsOpened() {
        bring(Map.of(), bundle(text));

        var call = calls.current(code);
        assertThat(call.version()).isEqualTo(1);
        assertThat(call.parameters().delays().instructionDays()).isEqualTo(30);
        assertThat(calls.history(code)).singleElement().satisfies(first -> {
            assertThat(first.author()).isEqualTo("gestionnaire");
            assertThat(first.reason()).isEqualTo("Mise en service (essai).");
        });
    }

    @Test
    void aCallToTryTheProductIsNotOpened() {
        bring(Map.of(), bundle(text.replace("code: " + code, "code: " + code + "\ndemonstration: true")));

        assertThatThrownBy(() -> calls.current(code)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatTheFileChangesChangesAndTheRestStays() {
        var before = bundle(text);
        bring(Map.of(), before);
        var set = CallVariants.with(calls.current(code).parameters(), tree -> {
            tree.withObject("/delays").put("instructionDays", 45).put("decisionDays", 60);
            tree.withObject("/contact").put("phone", "11 11 11 11 11");
            tree.withArray("/measures").get(0).path("title");
            ((com.fasterxml.jackson.databind.node.ObjectNode)
                            tree.withArray("/measures").get(1))
                    .put("title", "Fiche 2 – changée par un gestionnaire");
        });
        calls.change(code, set, "gestionnaire", "Réglage (essai).");

        bring(
                before,
                bundle(text.replace("instructionDays: 30", "instructionDays: 20")
                        .replace(
                                "title: Fiche 1 – Mobiliser tous les publics",
                                "title: Fiche 1 – changée par le fichier")));

        var now = calls.current(code);
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.parameters().delays().instructionDays()).isEqualTo(20);
        assertThat(now.parameters().delays().decisionDays()).isEqualTo(60);
        assertThat(now.parameters().contact().phone()).isEqualTo("11 11 11 11 11");
        assertThat(now.parameters().measures())
                .extracting(CallParameters.Measure::title)
                .startsWith("Fiche 1 – changée par le fichier", "Fiche 2 – changée par un gestionnaire");
        assertThat(now.parameters().measures()).hasSize(4);
    }

    @Test
    void whatTheFileTakesOutIsGoneAndWhatAManagerAddedStays() {
        var before = bundle(text);
        bring(Map.of(), before);
        var added = CallVariants.with(
                calls.current(code).parameters(),
                tree -> tree.withArray("/documents")
                        .add(tree.withArray("/documents")
                                .get(0)
                                .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
                                .put("kind", "AJOUTEE")));
        calls.change(code, added, "gestionnaire", "Une pièce de plus (essai).");

        bring(before, bundle(text.replaceFirst("(?s)  - kind: POUVOIR.*?(?=  - kind: STATUTS)", "")));

        assertThat(calls.current(code).parameters().documents())
                .extracting(CallParameters.RequiredDocument::kind)
                .contains("AJOUTEE", "STATUTS")
                .doesNotContain("POUVOIR");
    }

    @Test
    void theSameFileChangesNothing() {
        bring(Map.of(), bundle(text));
        bring(bundle(text), bundle(text + "# relu\n"));

        assertThat(calls.current(code).version()).isEqualTo(1);
    }

    @Test
    void aGridThatHoldersHaveReadIsRefusedBeforeItIsPutIntoService() {
        bring(Map.of(), bundle(text));

        assertThat(stated.faults(bundle(text), bundle(text.replace("floor: 2 #", "floor: 3 #")), PROCESSES))
                .singleElement()
                .matches(fault -> fault.field().equals(code + ".call.yaml"))
                .matches(fault -> fault.rule().equals("GRID"));
    }

    @ParameterizedTest
    @CsvSource({
        "process: dsdt-dossier, process: autre-processus, MODEL",
        "completenessDays: 10, completenessDays: 0, CALL",
        "completenessDays: 10, completenessDays: dix, FORMAT",
        "opening: 2014-11-03, opening: un lundi, FORMAT",
        "opening: 2014-11-03, opening: P1Z, FORMAT",
        "code:, 'basedOn: FICHIER-0\ncode:', FORMAT",
        "code:, ': [\ncode:', FORMAT"
    })
    void whatCannotBeServedIsNamedWithItsFile(String piece, String wrong, String rule) {
        assertThat(stated.faults(Map.of(), bundle(text.replaceFirst(piece, wrong)), PROCESSES))
                .isNotEmpty()
                .allMatch(fault -> fault.field().equals(code + ".call.yaml"))
                .extracting(Fault::rule)
                .contains(rule);
    }

    @Test
    void aCallThatIsBasedOnItselfIsRefused() {
        assertThat(stated.faults(
                        Map.of(),
                        bundle(text.replace("code: " + code, "code: " + code + "\nbasedOn: " + code)),
                        PROCESSES))
                .extracting(Fault::rule)
                .containsExactly("FORMAT");
    }

    @Test
    void aNameThatNoCallMayHaveIsRefused() {
        var files = Map.of("petit.call.yaml", text.replace(code, "petit").getBytes(StandardCharsets.UTF_8));

        assertThat(stated.faults(Map.of(), files, PROCESSES))
                .extracting(Fault::rule)
                .containsExactly("CODE");
    }
}
