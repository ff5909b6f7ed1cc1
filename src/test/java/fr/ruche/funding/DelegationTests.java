package fr.ruche.funding;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Region delegates money to a territory, and takes it back; each test gives back what it took. */
@IntegrationTest
class DelegationTests {

    /** A territory in which no test grants anything. */
    private static final String TERRITORY = "200041960";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Envelopes envelopes;

    private Envelope envelope(String jury, Credit credit) {
        return envelopes.of(TestDossiers.CALL).stream()
                .filter(one -> one.jury().equals(jury) && one.credit() == credit)
                .findFirst()
                .orElseThrow();
    }

    private void delegate(UUID from, UUID to, String amount) {
        envelopes.delegate(from, to, new BigDecimal(amount), "Délibération fictive", given.manager());
    }

    @Test
    void anAmountGoesFromTheRegionToATerritoryAndBackWithItsTrace() {
        var region = envelope("regional", Credit.INVESTMENT);
        var territory = envelope(TERRITORY, Credit.INVESTMENT);

        delegate(region.id(), territory.id(), "1000.50");
        assertThat(envelope("regional", Credit.INVESTMENT).amount())
                .isEqualByComparingTo(region.amount().subtract(new BigDecimal("1000.50")));
        assertThat(envelope(TERRITORY, Credit.INVESTMENT).amount())
                .isEqualByComparingTo(territory.amount().add(new BigDecimal("1000.50")));
        delegate(territory.id(), region.id(), "1000.50");

        assertThat(envelope(TERRITORY, Credit.INVESTMENT).amount()).isEqualByComparingTo(territory.amount());
        assertThat(envelopes.changes(TestDossiers.CALL, given.manager()))
                .filteredOn(change -> change.jury().equals(TERRITORY) && change.credit() == Credit.INVESTMENT)
                .extracting(EnvelopeChange::counterpart)
                .containsExactly("regional", "regional");
    }

    @Test
    void whatIsImpossibleIsNamedAndNothingMoves() {
        var region = envelope("regional", Credit.OPERATING);
        var territory = envelope(TERRITORY, Credit.OPERATING);
        var other = envelope(TestDossiers.TERRITORY, Credit.OPERATING);
        var more = territory.remainder().add(new BigDecimal("0.01")).toPlainString();

        faultsOf(() -> delegate(territory.id(), region.id(), more))
                .extracting(Fault::field)
                .containsExactly("amount");
        faultsOf(() -> delegate(region.id(), territory.id(), "0"))
                .extracting(Fault::field)
                .containsExactly("amount");
        faultsOf(() -> delegate(territory.id(), other.id(), "1"))
                .extracting(Fault::field)
                .containsExactly("to");
        var investment = envelope(TERRITORY, Credit.INVESTMENT).id();
        faultsOf(() -> delegate(region.id(), investment, "1"))
                .extracting(Fault::field)
                .containsExactly("to");
        faultsOf(() -> delegate(region.id(), region.id(), "1"))
                .extracting(Fault::field)
                .containsExactly("to");
        assertThat(envelope(TERRITORY, Credit.OPERATING)).isEqualTo(territory);
        assertThatThrownBy(
                        () -> envelopes.delegate(region.id(), territory.id(), BigDecimal.ONE, "Motif", given.holder()))
                .isInstanceOf(Forbidden.class);
        var body = "{\"from\": \"" + region.id() + "\", \"to\": \"" + territory.id() + "\", \"amount\": 1}";
        assertThat(ApiClient.as("instructeur", port)
                        .post("/envelopes/delegations", body)
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.as("gestionnaire", port)
                        .post("/envelopes/delegations", body)
                        .text())
                .contains("reason");
    }

    /** Two take the whole remainder back at once: one has it. */
    @Test
    void whatIsLeftIsDelegatedOnce() throws Exception {
        var region = envelope("regional", Credit.OPERATING);
        var territory = envelope(TERRITORY, Credit.OPERATING);
        var all = territory.remainder().toPlainString();
        Callable<Boolean> take = () -> {
            try {
                delegate(territory.id(), region.id(), all);
                return true;
            } catch (Rejected late) {
                return false;
            }
        };
        var taken = new ArrayList<Boolean>();
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var one : pool.invokeAll(List.of(take, take))) {
                taken.add(one.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(taken).containsExactlyInAnyOrder(true, false);
        assertThat(envelope(TERRITORY, Credit.OPERATING).remainder()).isEqualByComparingTo("0");
        delegate(region.id(), territory.id(), all);
        assertThat(envelope(TERRITORY, Credit.OPERATING).amount()).isEqualByComparingTo(territory.amount());
    }
}
