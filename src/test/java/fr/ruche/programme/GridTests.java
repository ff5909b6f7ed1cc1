package fr.ruche.programme;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.common.Fault;
import fr.ruche.common.ParisTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The grid of a call: what it must be, and that it is frozen once the call was open. */
@IntegrationTest
class GridTests {

    @Autowired
    Calls calls;

    @Autowired
    CallTables tables;

    @Autowired
    Clock clock;

    @Test
    void theGridOfTheCallSaysWhatIsNotedForWhichMeasure() {
        var grid = calls.at("DSDT-2015", 1).parameters().grid();

        assertThat(codes(grid, "F1")).contains("1.1", "1.3").doesNotContain("1.2", "1.4");
        assertThat(codes(grid, "F2")).contains("1.2").doesNotContain("1.4");
        assertThat(codes(grid, "F4")).contains("1.2", "1.4");
        assertThat(grid).extracting(one -> one.weight("F2")).containsExactly(30, 25, 15, 15, 15);
        assertThat(grid.get(1).floor()).isEqualByComparingTo("2");
        assertThat(grid).noneMatch(CallParameters.Criterion::apart);
    }

    @Test
    void aVersionThatWasKeptWithoutRulesOfMarkingTakesTheUsualOnes() {
        var call = calls.at("DSDT-2015", 1).parameters();
        var older = CallVariants.with(call, tree -> tree.remove("marking"));

        assertThat(older).isEqualTo(call);
        assertThat(older.marking().needsComment(1)).isTrue();
        assertThat(older.marking().needsComment(2)).isFalse();
        assertThat(older.marking().needsComment(5)).isTrue();
    }

    @Test
    void aCriterionWithoutWeightsIsApartAndNotedOnlyWhereItsIndicatorsAre() {
        var grid = calls.at("DSDT-2026", 1).parameters().grid();

        assertThat(grid)
                .filteredOn(CallParameters.Criterion::apart)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.indicators("F1")).isEmpty();
                    assertThat(one.indicators("F2")).hasSize(1);
                });
    }

    @Test
    void aGridByWhichNobodyCouldMarkIsRefused() {
        var call = ownCall(tomorrow());
        var broken = CallVariants.with(call.parameters(), tree -> {
            criterion(tree, 0).put("code", "C2");
            ((ObjectNode) criterion(tree, 0).path("weights")).put("F1", 16);
            ((ArrayNode) indicator(tree, 1, 0).path("measures")).add("F9");
            criterion(tree, 2).put("floor", "5.5");
            ((ArrayNode) criterion(tree, 3).path("indicators"))
                    .forEach(one -> ((ArrayNode) one.path("measures")).add("F1"));
            rules(tree).put("threshold", 101).put("marksPerCollege", 4);
            ((ArrayNode) rules(tree).path("scale")).removeAll().add("seule");
            ((ObjectNode) rules(tree).path("difficulty")).put("Lens", 5);
        });

        faultsOf(() -> calls.change(call.code(), broken, "gestionnaire", "Essai."))
                .extracting(Fault::field)
                .contains(
                        "grid",
                        "grid.C2",
                        "grid.C3.floor",
                        "grid.C4",
                        "marking.scale",
                        "marking.threshold",
                        "marking.marksPerCollege",
                        "marking.difficulty.Lens");
    }

    @Test
    void theGridChangesUntilTheCallOpens() {
        var call = ownCall(tomorrow());
        var changed = calls.change(call.code(), heavier(call), "gestionnaire", "Avec l’intercommunalité.");

        assertThat(changed.parameters().grid().get(0).weight("F2")).isEqualTo(35);
    }

    @Test
    void theGridOfACallThatIsOpenIsFrozen() {
        var call = ownCall(today());

        faultsOf(() -> calls.change(call.code(), heavier(call), "gestionnaire", "Trop tard."))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("grid");
                    assertThat(fault.message()).contains("la grille publiée avec lui ne change plus");
                });
        var lenient = with(call, tree -> rules(tree).put("threshold", 40));
        faultsOf(() -> calls.change(call.code(), lenient, "gestionnaire", "Trop tard."))
                .extracting(Fault::field)
                .containsExactly("marking");
        var sooner = with(call, tree -> rules(tree).put("closesDays", 3));
        assertThat(calls.change(call.code(), sooner, "gestionnaire", "Le jury veut du temps.")
                        .parameters()
                        .marking()
                        .closesDays())
                .isEqualTo(3);
    }

    @Test
    void aCallThatWasOpenStaysFrozenWhenItsOpeningIsPutOff() {
        var call = ownCall(today());
        var putOff = with(
                call,
                tree -> ((ObjectNode) tree.path("calendar"))
                        .put("opening", tomorrow().toString()));
        var now = calls.change(call.code(), putOff, "gestionnaire", "Report.");

        faultsOf(() -> calls.change(call.code(), heavier(now), "gestionnaire", "Par un détour."))
                .extracting(Fault::field)
                .containsExactly("grid");
    }

    private Call ownCall(LocalDate opening) {
        var code = "GRID-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var parameters = CallVariants.with(
                calls.at("DSDT-2026", 1).parameters(),
                tree -> ((ObjectNode) tree.path("calendar")).put("opening", opening.toString()));
        tables.create(code, parameters, "test", "Un appel pour l’essai.");
        return calls.current(code);
    }

    private static CallParameters heavier(Call call) {
        return with(call, tree -> {
            ((ObjectNode) criterion(tree, 0).path("weights")).put("F2", 35);
            ((ObjectNode) criterion(tree, 1).path("weights")).put("F2", 20);
        });
    }

    private static CallParameters with(Call call, Consumer<ObjectNode> change) {
        return CallVariants.with(call.parameters(), change);
    }

    private static ObjectNode criterion(ObjectNode tree, int at) {
        return (ObjectNode) tree.path("grid").get(at);
    }

    private static ObjectNode indicator(ObjectNode tree, int criterion, int at) {
        return (ObjectNode) criterion(tree, criterion).path("indicators").get(at);
    }

    private static ObjectNode rules(ObjectNode tree) {
        return (ObjectNode) tree.path("marking");
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }

    private LocalDate tomorrow() {
        return today().plusDays(1);
    }

    private static List<String> codes(List<CallParameters.Criterion> grid, String measure) {
        return grid.stream()
                .flatMap(one -> one.indicators(measure).stream())
                .map(CallParameters.Indicator::code)
                .toList();
    }
}
