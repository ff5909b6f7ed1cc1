package fr.ruche.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CallsTests {

    @Autowired
    Calls calls;

    @Autowired
    CallTables tables;

    @Autowired
    Clock clock;

    private Call ownCall() {
        var code = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        tables.create(code, calls.at("DSDT-2015", 1).parameters(), "test", "Un appel pour l’essai.");
        return calls.current(code);
    }

    @Test
    void theCallOf2015HasTheDatesAndTheMoneyRulesOfItsDocument() {
        var call = calls.at("DSDT-2015", 1);

        assertThat(call.ficheLimit("246200364")).isEqualTo(Instant.parse("2014-12-01T23:00:00Z"));
        assertThat(call.dossierLimit("246200364")).isEqualTo(Instant.parse("2015-01-23T23:00:00Z"));
        assertThat(call.measure("F2").floor()).isEqualTo("2000.00");
        assertThat(call.measure("F4").investmentCap()).isEqualTo("150000.00");
        assertThat(call.measure("F4").localCofinancingRate()).isNull();
        assertThat(call.parameters().themes()).hasSize(8);
    }

    @Test
    void theDemonstrationCallIsOpenAndCountsFromTheFirstStart() {
        var call = calls.at("DSDT-2026", 1);
        var today = ParisTime.dayOf(clock.instant());

        assertThat(call.acceptsFiches("246200364", clock.instant())).isTrue();
        assertThat(call.ficheDeadline(null)).isBetween(today.plusDays(34), today.plusDays(36));
        assertThat(call.dossierDeadline(null)).isBetween(today.plusDays(90), today.plusDays(92));
        assertThat(call.measure("F3").floor()).isEqualTo("5000.00");
        assertThat(call.parameters().documents())
                .filteredOn(document -> document.kind().equals("CONTRAT_ENGAGEMENT"))
                .singleElement()
                .satisfies(document -> assertThat(document.condition()).isEqualTo("ALWAYS"));
    }

    @Test
    void anUnknownCallOrVersionIsNotFound() {
        assertThatThrownBy(() -> calls.current("DSDT-1999")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> calls.at("DSDT-2015", 999)).isInstanceOf(NotFound.class);
    }

    @Test
    void aTerritoryMayHaveItsOwnDates() {
        var before = ownCall();
        var own = new CallParameters.TerritoryDates(null, LocalDate.of(2015, 1, 30));
        var calendar = before.parameters().calendar();
        var changed = CallVariants.calendar(
                before.parameters(),
                new CallParameters.Calendar(
                        calendar.opening(),
                        calendar.ficheDeadline(),
                        calendar.dossierDeadline(),
                        calendar.juryDates(),
                        calendar.geographyDate(),
                        java.util.Map.of("200043396", own)));

        var after = calls.change(before.code(), changed, "gestionnaire", "Inondations dans l’Avesnois.");

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(calls.current(before.code())).isEqualTo(after);
        assertThat(calls.at(before.code(), before.version())).isEqualTo(before);
        assertThat(after.dossierDeadline("200043396")).isEqualTo(LocalDate.of(2015, 1, 30));
        assertThat(after.dossierDeadline("246200364")).isEqualTo(LocalDate.of(2015, 1, 23));
        assertThat(calls.history(before.code()).get(0).reason()).isEqualTo("Inondations dans l’Avesnois.");
    }

    @Test
    void whoChangesAStaleVersionIsTold() {
        var seen = ownCall();
        calls.change(seen.code(), seen.parameters(), "gestionnaire", "Premier changement.");

        assertThatThrownBy(() -> calls.change(
                        seen.code(), seen.version(), seen.parameters(), "gestionnaire2", "Second changement."))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void contradictionsAreRefusedAllAtOnce() {
        var call = ownCall();
        var parameters = call.parameters();
        var calendar = parameters.calendar();
        var broken = CallVariants.floor(
                CallVariants.calendar(
                        parameters,
                        new CallParameters.Calendar(
                                calendar.opening(),
                                LocalDate.of(2015, 2, 1),
                                calendar.dossierDeadline(),
                                calendar.juryDates(),
                                calendar.geographyDate(),
                                calendar.territories())),
                "F1",
                new BigDecimal("-0.01"));

        assertThatThrownBy(() -> calls.change(call.code(), broken, "gestionnaire", " "))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(fault -> fault.field())
                                .containsExactly("calendar.dossierDeadline", "measures.F1.floor", "reason"));
    }

    @Test
    void aVersionThatWasKeptBeforeProgrammesWithoutMoneyReadsAsItWas() {
        var now = calls.at("DSDT-2015", 1).parameters();
        var kept = CallVariants.with(now, call -> {
            call.remove(List.of("questions", "tables"));
            ((ObjectNode) call.path("delays")).remove("steps");
            call.path("measures").forEach(measure -> ((ObjectNode) measure).remove("money"));
        });

        assertThat(kept).isEqualTo(now);
        assertThat(kept.tables().eligibility()).isEqualTo("eligibility");
        assertThat(kept.measures()).allMatch(CallParameters.Measure::money);
    }

    @Test
    void amountsWithoutMoneyAndTablesThatNobodyDeployedAreRefused() {
        var call = ownCall();
        var priced = CallVariants.with(
                call.parameters(), tree -> ((ObjectNode) tree.path("measures").path(0)).put("money", false));
        var unjudged = CallVariants.with(
                call.parameters(), tree -> ((ObjectNode) tree.path("tables")).put("eligibility", "autre"));

        assertThatThrownBy(() -> calls.change(call.code(), priced, "gestionnaire", "Essai"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(fault -> fault.field())
                                .containsExactly("measures.F1.money"));
        assertThatThrownBy(() -> calls.change(call.code(), unjudged, "gestionnaire", "Essai"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(fault -> fault.field())
                                .containsExactly("tables.eligibility"));
    }
}
