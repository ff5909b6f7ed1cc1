package fr.ruche.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TableCounts;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.workflow.ShippedModels;
import fr.ruche.workshop.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scenarios of a programme pass as it is shipped, and say what is other when it is changed. */
@IntegrationTest
class ScenarioTests {

    private static final String DOSSIER = "dsdt-dossier.bpmn";

    @Autowired
    ScenarioRunner scenarios;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ScenarioTrial trial;

    @Autowired
    List<Trial> trials;

    @Autowired
    TableCounts tables;

    private Map<String, byte[]> files() {
        return new TreeMap<>(shipped.all().stream()
                .filter(programme -> programme.code().equals("dsdt"))
                .findFirst()
                .orElseThrow()
                .files());
    }

    private Map<String, byte[]> changed(String file, String piece, String by) {
        var files = files();
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(piece);
        files.put(file, text.replace(piece, by).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String yaml) {
        files.keySet().removeIf(name -> name.endsWith(".scenario.yaml"));
        files.put("mine.scenario.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void theShippedScenariosPass() {
        var before = tables.all();

        var results = scenarios.run(files());

        assertThat(results)
                .hasSizeGreaterThan(15)
                .allSatisfy(result ->
                        assertThat(result.failures()).as(result.name()).isEmpty());
        assertThat(results)
                .filteredOn(result -> result.name().startsWith("Le silence"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.way())
                            .containsExactly("Déposer la fiche", "Vérifier la conformité", "Statuer à défaut d’avis");
                    assertThat(result.end()).isEqualTo("Fiche non conforme");
                });
        assertThat(tables.all()).isEqualTo(before);
    }

    @Test
    void aChangedConditionFailsTheScenariosThatGoByItAndIsNamed() {
        var results = scenarios.run(changed(
                        DOSSIER,
                        "${conformityVerdict == 'CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}",
                        "${conformityVerdict == 'CONFORM'}")
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getKey().equals(DOSSIER)
                                ? new String(one.getValue(), StandardCharsets.UTF_8)
                                        .replace(
                                                "${conformityVerdict == 'NOT_CONFORM'}",
                                                "${conformityVerdict == 'NOT_CONFORM' || conformityVerdict =="
                                                        + " 'CONFORM_WITH_RESERVES'}")
                                        .getBytes(StandardCharsets.UTF_8)
                                : one.getValue())));

        assertThat(results)
                .filteredOn(result -> !result.passed())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.name()).startsWith("La fiche est corrigée");
                    assertThat(result.failures())
                            .singleElement()
                            .asString()
                            .contains(
                                    "Compléter le dossier",
                                    "Fiche non conforme",
                                    "La fiche est-elle conforme",
                                    "CONFORM_WITH_RESERVES");
                });
    }

    @Test
    void aChangedRowFailsTheScenariosItDecidesAndIsNamed() {
        var results = scenarios.run(
                changed("eligibility.dmn", "<text>&lt; measure.floor</text>", "<text>&lt;= measure.floor</text>"));

        assertThat(results)
                .filteredOn(result -> !result.passed())
                .extracting(ScenarioResult::name)
                .containsExactlyInAnyOrder(
                        "Le plancher et le cofinancement local atteints juste",
                        "Une intercommunalité porte le projet : ses fonds propres comptent comme cofinancement local");
        assertThat(results.get(0).failures())
                .anySatisfy(why ->
                        assertThat(why).contains("Verdict attendu RECEVABLE, obtenu INELIGIBLE_PLANCHER", "ELIG_05"))
                .anySatisfy(why -> assertThat(why).contains("putOnAgenda", "Le dossier est-il éligible", "ELIG_05"));
    }

    /** The rules are held against the parameters that the version states, not those in the database. */
    @Test
    void aChangedParameterIsJudgedAsItIsWritten() {
        var results = scenarios.run(
                changed("DSDT-2015.call.yaml", "floor: 2000.00               # l. 185", "floor: 1500.00"));

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.failures()).as(result.name()).isEmpty());
        assertThat(scenarios.run(
                        changed("DSDT-2015.call.yaml", "floor: 2000.00               # l. 185", "floor: 2500.00")))
                .filteredOn(result -> !result.passed())
                .extracting(ScenarioResult::name)
                .containsExactly("Le plancher et le cofinancement local atteints juste");
    }

    @Test
    void theWayIsHeldAgainstWhatIsExpected() {
        var results = scenarios.run(with(files(), """
                process: dsdt-dossier
                scenarios:
                  - name: Un chemin
                    steps: [{answer: userTask_depositFiche}]
                    expect: {way: [userTask_depositFiche, userTask_decideConformity], waits: userTask_decideConformity}
                  - name: Une table
                    tables: [{table: juryRouting, given: {scale: REGIONALE, territorialJury: true}, rows: [ROUTE_01], answers: {route: JURY_TERRITORIAL}}]
                """));

        assertThat(results.get(0).failures())
                .anySatisfy(why -> assertThat(why)
                        .startsWith("Étape 2 : « Statuer à défaut d’avis » était attendu, le dossier va à"
                                + " « Vérifier la conformité ». À « Qui se prononce ? », la sortie « EPCI »"))
                .hasSize(2);
        assertThat(results.get(1).failures())
                .containsExactly(
                        "Table juryRouting : lignes attendues ROUTE_01 ; ont répondu ROUTE_02_REGIONALE.",
                        "Table juryRouting, « route » : attendu JURY_TERRITORIAL, obtenu JURY_REGIONAL (lignes :"
                                + " ROUTE_02_REGIONALE).");
    }

    @Test
    void whatCannotBeReadIsSaidAtOnce() {
        assertThatThrownBy(() -> scenarios.run(with(files(), """
                        process: dsdt-dossier
                        scenarios:
                          - {steps: []}
                          - name: Faux
                            etapes: []
                            at: hier
                            steps: [{repond: x}]
                            project: {measure: F1, sizes: 3}
                            tables: [{given: {}}]
                        """)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::message)
                                .anySatisfy(told -> assertThat(told).contains("un scénario a un nom"))
                                .anySatisfy(told -> assertThat(told).contains("« etapes » n’est pas connu"))
                                .anySatisfy(told -> assertThat(told).contains("« hier »"))
                                .anySatisfy(told -> assertThat(told).contains("« repond »"))
                                .anySatisfy(told -> assertThat(told).contains("sizes"))
                                .anySatisfy(told -> assertThat(told).contains("une table à interroger")));
        assertThatThrownBy(() -> scenarios.run(with(files(), "scenarios: [")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ne se lit pas");
    }

    @Test
    void aVersionWhoseScenariosFailIsObjectedTo() {
        assertThat(trials).contains(trial);
        assertThat(trial.objections(files())).isEmpty();
        assertThat(trial.objections(with(
                        files(), "process: dsdt-dossier\nscenarios: [{name: Non, expect: {end: endEvent_decided}}]")))
                .singleElement()
                .asString()
                .startsWith("Le scénario « Non » ne passe pas.");
    }

    @Test
    void aStepOfWhichNoScenarioSaysAnythingIsAnsweredForAllOfThem() {
        var yaml = """
                process: dsdt-dossier
                answers:
                  userTask_checkConformity: {conformityVerdict: NOT_CONFORM}
                scenarios:
                  - name: Sans avis
                    steps:
                      - {answer: userTask_depositFiche, facts: {territory: "245900410", measure: F1, conformityByRegion: false}}
                    expect: {end: endEvent_notConform}
                  - name: Attend son avis
                    steps:
                      - {answer: userTask_depositFiche, facts: {territory: "245900410", measure: F1, conformityByRegion: false}}
                    expect: {waits: userTask_checkConformity}
                  - name: A le sien
                    steps:
                      - {answer: userTask_depositFiche, facts: {territory: "245900410", measure: F1, conformityByRegion: false}}
                      - {answer: userTask_checkConformity, facts: {conformityVerdict: CONFORM}}
                    expect: {waits: userTask_completeDossier}
                """;

        assertThat(scenarios.run(with(files(), yaml)))
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(result.failures()).as(result.name()).isEmpty());
        assertThat(scenarios.run(with(files(), yaml.replaceFirst("(?m)^answers:\\n.*\\n", ""))))
                .filteredOn(result -> !result.failures().isEmpty())
                .extracting(ScenarioResult::name)
                .containsExactly("Sans avis");
    }
}
