package fr.ruche.funding;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.notification.Notifications;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was paid, never more than was decided, and the counters of the envelopes. */
@IntegrationTest
class PaymentTests {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Payments payments;

    @Autowired
    EnvelopeAudit audit;

    @Autowired
    EnvelopeCommand command;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcTemplate sql;

    private void pay(DossierNumber number, String amount) {
        payments.record(
                number,
                new PaymentPlan(Credit.OPERATING, new BigDecimal(amount), DAY, "Mandat " + amount),
                given.manager());
    }

    private EnvelopeCounters counters() {
        return audit.counters(TestDossiers.CALL, given.manager()).stream()
                .filter(one -> one.envelope().jury().equals(TestDossiers.TERRITORY)
                        && one.envelope().credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsPaidNeverPassesWhatWasDecidedAndAnErrorIsCancelledByItsContrary() {
        var number = given.granted();
        pay(number, "3000.00");
        faultsOf(() -> pay(number, "2000.01"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("2\u202f000,01", "2\u202f000,00"));
        var wrong = payments.of(number, given.manager()).get(0).id();
        payments.cancel(number, wrong, "Mauvais dossier", given.manager());
        assertThatThrownBy(() -> payments.cancel(number, wrong, "Encore", given.manager()))
                .isInstanceOf(Conflict.class);
        pay(number, "5000.00");

        assertThat(payments.of(number, given.holder()))
                .extracting(line -> line.amount().toPlainString())
                .containsExactly("3000.00", "-3000.00", "5000.00");
        assertThat(payments.remaining(number, Credit.OPERATING)).isEqualByComparingTo("0");
        for (var attempt : List.of("update payment set amount = 1 where id = ?", "delete from payment where id = ?")) {
            assertThatThrownBy(() -> sql.update(attempt, wrong)).hasMessageContaining("never changes");
        }
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsPaidWithoutAGrant() {
        var number = given.granted();
        faultsOf(() -> payments.record(number, new PaymentPlan(null, null, null, " "), given.manager()))
                .extracting(Fault::field)
                .containsExactly("credit", "amount", "paidOn", "reference");
        faultsOf(() -> payments.record(
                        number,
                        new PaymentPlan(Credit.INVESTMENT, new BigDecimal("0.001"), LocalDate.of(2100, 1, 1), "x"),
                        given.manager()))
                .extracting(Fault::rule)
                .containsExactly("AMOUNT", "FUTURE");
        assertThatThrownBy(() -> pay(given.judged(), "1.00")).isInstanceOf(Conflict.class);
    }

    @Test
    void twoWhoPayAtOncePayOnce() throws Exception {
        var number = given.granted();
        Callable<Boolean> pay = () -> {
            try {
                pay(number, "4000.00");
                return true;
            } catch (Rejected late) {
                return false;
            }
        };
        var paid = new ArrayList<Boolean>();
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var one : pool.invokeAll(List.of(pay, pay))) {
                paid.add(one.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(paid).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theCountersAreTheSumsOfTheDossiers() {
        var before = counters();
        var number = given.granted();
        pay(number, "1200.00");

        var after = counters();
        assertThat(after.asked().subtract(before.asked())).isEqualByComparingTo("5000");
        assertThat(after.proposed().subtract(before.proposed())).isEqualByComparingTo("5000");
        assertThat(after.decided().subtract(before.decided())).isEqualByComparingTo("5000");
        assertThat(after.notified()).isEqualByComparingTo(before.notified());
        assertThat(after.paid().subtract(before.paid())).isEqualByComparingTo("1200");
        notifications.readBy(given.holder(), number);
        assertThat(counters().notified().subtract(before.notified())).isEqualByComparingTo("5000");
    }

    @Test
    void theCheckTellsEveryDiscrepancy() {
        var number = given.granted();
        assertThat(audit.check()).noneMatch(line -> line.contains(number.value()));
        sql.update("update funding_decision set operating = 4000 where dossier = ?", number.value());
        sql.update("update dossier set granted_operating = 4500 where number = ?", number.value());
        try {
            assertThat(audit.check())
                    .filteredOn(line -> line.contains(number.value()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("décidés"))
                    .anyMatch(line -> line.contains("proposés par le jury"));
            assertThat(command.run("verify-envelopes")).isEqualTo(1);
            assertThat(ApiClient.as("gestionnaire", port)
                            .get("/envelopes/check")
                            .text())
                    .contains(number.value());
        } finally {
            sql.update("update funding_decision set operating = 5000 where dossier = ?", number.value());
            sql.update("update dossier set granted_operating = 5000 where number = ?", number.value());
        }
        sql.update("update envelope_commitment set amount = amount + 1 where dossier = ?", number.value());
        try {
            assertThat(audit.check()).anyMatch(line -> line.contains("engagés sur l’enveloppe au lieu de"));
        } finally {
            sql.update("update envelope_commitment set amount = amount - 1 where dossier = ?", number.value());
        }
    }

    @Test
    void itIsDoneThroughTheApi() {
        var path = "/dossiers/" + given.granted() + "/payments";
        var manager = ApiClient.as("gestionnaire", port);
        var paid = manager.post(
                path,
                "{\"credit\": \"OPERATING\", \"amount\": 100.00, \"paidOn\": \"2026-04-01\", \"reference\": \"M1\"}");
        assertThat(paid.status()).as(paid.text()).isEqualTo(201);
        var id = paid.json().path(0).path("id").asLong();
        assertThat(manager.post(path + "/" + id + "/cancellation", "{\"motive\": \"Erreur\"}")
                        .json())
                .hasSize(2);
        assertThat(ApiClient.as("porteur", port).get(path).json()).hasSize(2);
        assertThat(ApiClient.as("porteur", port).post(path, "{}").status()).isEqualTo(403);
        assertThat(ApiClient.as("jure-region", port).get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region", "admin"})
    void onlyManagersReadTheCountersAndTheCheck(String username) {
        assertThat(ApiClient.as(username, port).get("/envelopes/check").status())
                .isEqualTo(403);
        assertThat(ApiClient.as(username, port)
                        .get("/envelopes/counters?call=DSDT-2026")
                        .status())
                .isEqualTo(403);
    }
}
