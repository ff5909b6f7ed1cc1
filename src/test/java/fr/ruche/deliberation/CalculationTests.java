package fr.ruche.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.common.Euros;
import fr.ruche.deliberation.Calculation.Basis;
import fr.ruche.funding.Credit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The worked example of the call's designers, and what a jury does to it. */
@IntegrationTest
class CalculationTests {

    @Autowired
    Calculation calculation;

    private static Fact fact(String dossier, String score, String asked, String useful, int hour) {
        return fact(dossier, score, asked, "0.00", useful, hour);
    }

    private static Fact fact(
            String dossier, @Nullable String score, String operating, String investment, String useful, int hour) {
        return new Fact(
                dossier,
                "Projet " + dossier + " (fictif)",
                "F2",
                "246200364",
                score == null ? null : new BigDecimal(score),
                new BigDecimal("3.50"),
                BigDecimal.ZERO,
                Instant.parse("2026-01-10T00:00:00Z").plusSeconds(3600L * hour),
                Euros.of(operating),
                Euros.of(investment),
                Euros.of(operating),
                Euros.of(investment),
                Euros.of("2000.00"),
                Euros.of(useful),
                List.of(),
                null,
                1,
                null);
    }

    private static Basis example() {
        var facts = new ArrayList<>(List.of(
                fact("A1", "86.50", "24000.00", "0.00", 1),
                fact("A2", "81.20", "20000.00", "16000.00", 2),
                fact("A3", "81.20", "9000.00", "0.00", 3),
                fact("A4", "74.00", "2000.00", "0.00", 4),
                fact("A5", "49.90", "6000.00", "0.00", 5)));
        Collections.reverse(facts);
        return new Basis("DSDT-2026", facts, List.of(new Pot(Credit.OPERATING, null, Euros.of("38000.00"))));
    }

    private static Scenario scenario(AllocationMode mode, boolean strict, Choice... choices) {
        var policy = new AllocationPolicy(new BigDecimal("50"), true, 50, strict, false, new BigDecimal("1.00"));
        return new Scenario(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Essai",
                1,
                mode,
                policy,
                List.of(choices),
                "Camille Exemple",
                Instant.EPOCH,
                null,
                null);
    }

    private Plan plan(Scenario scenario) {
        return calculation.plan(scenario, example(), Map.of());
    }

    private static List<String> amounts(Plan plan) {
        return plan.lines().stream()
                .map(line -> line.dossier() + " " + line.proposed() + " " + line.standing())
                .toList();
    }

    @Test
    void strictlyNobodyPassesBeforeTheFirstWhoIsNotServed() {
        var plan = plan(scenario(AllocationMode.RANK, true));

        assertThat(amounts(plan))
                .containsExactly(
                        "A1 24000.00 RETENU",
                        "A2 0.00 LISTE_COMPLEMENTAIRE",
                        "A3 0.00 LISTE_COMPLEMENTAIRE",
                        "A4 0.00 LISTE_COMPLEMENTAIRE",
                        "A5 0.00 DEFAVORABLE");
        assertThat(plan.lines())
                .filteredOn(Plan.Line::cut)
                .extracting(Plan.Line::dossier)
                .containsExactly("A2");
        var gauge = plan.gauges().get(0);
        assertThat(gauge.asked()).isEqualByComparingTo("61000");
        assertThat(gauge.proposed()).isEqualByComparingTo("24000");
        assertThat(gauge.left()).isEqualByComparingTo("14000");
        assertThat(gauge.percent()).isEqualTo(63);
    }

    @Test
    void smallerOnesMayPassWhenTheRulesSaySo() {
        assertThat(amounts(plan(scenario(AllocationMode.RANK, false))))
                .contains("A2 0.00 LISTE_COMPLEMENTAIRE", "A3 9000.00 RETENU", "A4 2000.00 RETENU");
    }

    @Test
    void proRataDropsTheLowestUnderItsFloor() {
        assertThat(amounts(plan(scenario(AllocationMode.PRORATA, true))))
                .contains(
                        "A1 17207.55 RETENU_PARTIEL",
                        "A2 14339.62 RETENU_PARTIEL",
                        "A3 6452.83 RETENU_PARTIEL",
                        "A4 0.00 LISTE_COMPLEMENTAIRE");
    }

    @Test
    void dossiersThatChangePlacesAreServedInTheirNewOrder() {
        var swapped = plan(scenario(
                AllocationMode.RANK,
                true,
                Choice.none("A2").place(2, "Accord du jury"),
                Choice.none("A3").place(1, "Accord du jury")));

        assertThat(amounts(swapped))
                .startsWith("A1 24000.00 RETENU", "A3 9000.00 RETENU", "A2 0.00 LISTE_COMPLEMENTAIRE");
    }

    @Test
    void whoIsPutOffFreesTheMoneyForThoseBelow() {
        var plan =
                plan(scenario(AllocationMode.RANK, true, Choice.none("A2").fate(Standing.AJOURNE, "Pièces à venir")));

        assertThat(amounts(plan)).contains("A2 0.00 AJOURNE", "A3 9000.00 RETENU", "A4 2000.00 RETENU");
    }

    @Test
    void theSectionsNeverPayForEachOther() {
        var basis = new Basis(
                "DSDT-2026",
                List.of(fact("B1", "80.00", "3000.00", "5000.00", "0.00", 1)),
                List.of(
                        new Pot(Credit.OPERATING, null, Euros.of("90000.00")),
                        new Pot(Credit.INVESTMENT, null, Euros.of("4000.00"))));

        var line = calculation
                .plan(scenario(AllocationMode.RANK, true), basis, Map.of())
                .lines()
                .get(0);
        assertThat(line.operating()).isEqualByComparingTo("3000");
        assertThat(line.investment()).isEqualByComparingTo("4000");
        assertThat(line.standing()).isEqualTo(Standing.RETENU_PARTIEL);
        assertThat(line.missing()).isEqualByComparingTo("1000");
    }

    @Test
    void aMeasureWithAnEnvelopeOfItsOwnSharesThatOneAlone() {
        var facts = example().facts();
        var measure = facts.get(0).measure();
        var own = new Basis(
                "DSDT-2026",
                facts,
                List.of(
                        new Pot(Credit.OPERATING, null, Euros.of("1000000.00")),
                        new Pot(Credit.OPERATING, measure, Euros.of("38000.00"))));

        var plan = calculation.plan(scenario(AllocationMode.RANK, true), own, Map.of());

        assertThat(amounts(plan)).isEqualTo(amounts(plan(scenario(AllocationMode.RANK, true))));
        assertThat(plan.gauges())
                .filteredOn(gauge -> gauge.credit() == Credit.OPERATING)
                .extracting(Plan.Gauge::measure, gauge -> gauge.proposed().signum())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(null, 0),
                        org.assertj.core.api.Assertions.tuple(measure, 1));
    }

    @Test
    void whoWasNotMarkedGetsNothing() {
        var basis = new Basis(
                "DSDT-2026",
                List.of(fact("C1", null, "3000.00", "0.00", "0.00", 1)),
                List.of(new Pot(Credit.OPERATING, null, Euros.of("90000.00"))));

        assertThat(amounts(calculation.plan(scenario(AllocationMode.RANK, true), basis, Map.of())))
                .containsExactly("C1 0.00 DEFAVORABLE");
    }

    @Test
    void theSealChangesWithTheEnvelope() {
        var scenario = scenario(AllocationMode.RANK, true);
        var less = new Basis(
                "DSDT-2026", example().facts(), List.of(new Pot(Credit.OPERATING, null, Euros.of("37999.99"))));

        assertThat(calculation.plan(scenario, less, Map.of()).seal())
                .isNotEqualTo(plan(scenario).seal())
                .isEqualTo(calculation.plan(scenario, less, Map.of()).seal());
    }
}
