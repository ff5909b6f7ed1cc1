package fr.ruche.funding;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Envelopes are of a jury, a section, a year and, where money is kept for one, a measure. */
@IntegrationTest
class EnvelopeDimensionTests {

    private static final String CALL = TestDossiers.CALL;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Envelopes envelopes;

    @Autowired
    EnvelopeAudit audit;

    @Autowired
    TestDossiers given;

    @Autowired
    JdbcTemplate sql;

    private final int year = ParisTime.dayOf(Instant.now()).getYear();
    private String jury = "";

    /** A jury of its own, with 1 000 € of this year for every measure. */
    @BeforeEach
    void ownJury() {
        jury = "dims-" + NEXT.incrementAndGet();
        sql.update(
                "insert into envelope (id, call, jury, year, credit, amount) values (?, ?, ?, ?, 'OPERATING', 1000)",
                UUID.randomUUID(),
                CALL,
                jury,
                year);
    }

    private Envelope open(@Nullable String measure, int of, String amount) {
        return envelopes.open(
                CALL,
                new EnvelopePlan(jury, measure, of, Credit.OPERATING, new BigDecimal(amount), "Test"),
                given.manager());
    }

    private DossierNumber commit(String measure, String amount) {
        var dossier = new DossierNumber("DIMENSION-%06d".formatted(NEXT.incrementAndGet()));
        commit(dossier, measure, amount);
        return dossier;
    }

    private void commit(DossierNumber dossier, String measure, String amount) {
        envelopes.commit(dossier, CALL, jury, measure, Euros.of(amount), Euros.ZERO);
    }

    private BigDecimal committed(@Nullable String measure, int of) {
        return envelopes.of(CALL).stream()
                .filter(one -> one.serves(CALL, jury, Credit.OPERATING, measure)
                        && java.util.Objects.equals(one.measure(), measure)
                        && one.year() == of)
                .findFirst()
                .orElseThrow()
                .committed();
    }

    @Test
    void aMeasureDrawsFromItsOwnEnvelopeFirst() {
        open("F1", year, "300.00");

        commit("F1", "200.00");
        commit("F2", "900.00");

        assertThat(committed("F1", year)).isEqualByComparingTo("200");
        assertThat(committed(null, year)).isEqualByComparingTo("900");
        assertThat(envelopes.remainder(CALL, jury, "F1", Credit.OPERATING)).isEqualByComparingTo("100");
        assertThat(envelopes.remainder(CALL, jury, "F3", Credit.OPERATING)).isEqualByComparingTo("100");
        faultsOf(() -> commit("F1", "100.01"))
                .as("one envelope never pays for the other")
                .extracting(Fault::rule)
                .containsExactly("ENVELOPE");
        faultsOf(() -> commit("F2", "100.01")).extracting(Fault::rule).containsExactly("ENVELOPE");
    }

    @Test
    void whatIsCommittedStaysWhereItIsWhenAnotherEnvelopeOpens() {
        var dossier = commit("F1", "200.00");
        open("F1", year, "300.00");

        commit(dossier, "F1", "250.00");

        assertThat(committed(null, year)).isEqualByComparingTo("250");
        assertThat(committed("F1", year)).isEqualByComparingTo("0");
    }

    @Test
    void thisYearIsDrawnBeforeTheLastAndTheNext() {
        open(null, year - 1, "500.00");
        open(null, year + 1, "500.00");
        open("F1", year - 1, "500.00");

        commit("F1", "10.00");

        assertThat(committed(null, year)).isEqualByComparingTo("10");
        sql.update("delete from envelope_commitment where envelope in (select id from envelope where jury = ?)", jury);
        sql.update("delete from envelope where jury = ? and year = ?", jury, year);
        commit("F1", "20.00");
        assertThat(committed("F1", year - 1)).isEqualByComparingTo("20");
    }

    @Test
    void anEnvelopeIsOpenedOnceAndTraced() {
        var opened = open("F1", year, "300.00");
        assertThat(envelopes.changes(CALL, given.manager()))
                .filteredOn(change -> change.jury().equals(jury))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.was()).isEqualByComparingTo("0");
                    assertThat(change.becomes()).isEqualByComparingTo("300");
                    assertThat(change.title()).contains("F1", Integer.toString(year));
                });
        assertThatThrownBy(() -> open("F1", year, "1.00")).isInstanceOf(Conflict.class);
        faultsOf(() -> envelopes.open(
                        CALL,
                        new EnvelopePlan("123456789", "F9", 1999, null, new BigDecimal("-1"), " "),
                        given.manager()))
                .extracting(Fault::field)
                .containsExactly("jury", "measure", "year", "credit", "amount", "reason");
        var regional = envelopes.of(CALL).stream()
                .filter(one -> one.jury().equals("regional") && one.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
        var later = open(null, regional.year() + 3, "10.00");
        faultsOf(() -> envelopes.delegate(regional.id(), later.id(), new BigDecimal("1.00"), "Test", given.manager()))
                .as("of one year")
                .extracting(Fault::field)
                .containsExactly("to");
        assertThat(opened.remainder()).isEqualByComparingTo("300");
    }

    @Test
    void theCountersFollowTheEnvelopeThatHoldsTheMoney() {
        var number = given.judged();
        var own = envelopes.open(
                CALL,
                new EnvelopePlan(
                        TestDossiers.TERRITORY, "F1", year, Credit.OPERATING, new BigDecimal("9000.00"), "Test"),
                given.manager());
        try {
            var others = proposed("F1");
            assertThat(audit.counters(CALL, given.manager()))
                    .filteredOn(one -> one.envelope().id().equals(holding(number)))
                    .as("what is committed stays where it is")
                    .singleElement()
                    .satisfies(one -> assertThat(one.proposed()).isGreaterThanOrEqualTo(new BigDecimal("5000")));
            var next = given.judged();
            assertThat(holding(next)).isEqualTo(own.id());
            assertThat(proposed("F1").subtract(others)).isEqualByComparingTo("5000");
            assertThat(audit.check()).isEmpty();
            sql.update(
                    "update envelope_commitment set envelope = (select id from envelope where call = ?"
                            + " and jury = ? and credit = 'OPERATING' limit 1) where dossier = ?",
                    CALL,
                    jury,
                    next.value());
            assertThat(audit.check())
                    .anySatisfy(line -> assertThat(line).contains(next.value(), "n’est pas la sienne"));
            sql.update("update envelope_commitment set envelope = ? where dossier = ?", own.id(), next.value());
            envelopes.release(next, "Fin du test");
        } finally {
            sql.update("delete from envelope_commitment where envelope = ?", own.id());
            sql.update("delete from envelope_change where envelope = ?", own.id());
            sql.update("delete from envelope where id = ?", own.id());
        }
    }

    private BigDecimal proposed(String measure) {
        return audit.counters(CALL, given.manager()).stream()
                .filter(one -> one.envelope().jury().equals(TestDossiers.TERRITORY)
                        && measure.equals(one.envelope().measure()))
                .map(EnvelopeCounters::proposed)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private UUID holding(DossierNumber number) {
        return sql.queryForObject(
                "select envelope from envelope_commitment where dossier = ? and released_at is null",
                UUID.class,
                number.value());
    }

    @Test
    void onlyAManagerOpensOne() {
        var body =
                "{\"jury\": \"regional\", \"year\": 2031, \"credit\": \"OPERATING\", \"amount\": 5, \"reason\": \"Test\"}";
        for (var somebody : List.of("instructeur", "jure-region", "porteur")) {
            assertThat(ApiClient.as(somebody, port)
                            .post("/envelopes?call=" + CALL, body)
                            .status())
                    .isEqualTo(403);
        }
    }
}
