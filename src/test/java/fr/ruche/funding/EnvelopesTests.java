package fr.ruche.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class EnvelopesTests {

    private static final String CALL = "DSDT-2026";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    Envelopes envelopes;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate sql;

    String jury;

    /** A jury of its own with 10 000 € of operating credit and 5 000 € of investment credit. */
    @BeforeEach
    void ownJury() {
        jury = "jury-" + NEXT.getAndIncrement();
        open(Credit.OPERATING, "10000.00");
        open(Credit.INVESTMENT, "5000.00");
    }

    private void open(Credit credit, String amount) {
        sql.update(
                "insert into envelope (id, call, jury, credit, amount) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                CALL,
                jury,
                credit.name(),
                euros(amount));
    }

    private static BigDecimal euros(String amount) {
        return Euros.of(amount);
    }

    private static DossierNumber dossier() {
        return new DossierNumber("ENVELOPE-%06d".formatted(NEXT.getAndIncrement()));
    }

    private void commit(DossierNumber dossier, String operating, String investment) {
        envelopes.commit(dossier, CALL, jury, null, euros(operating), euros(investment));
    }

    private BigDecimal remainder(Credit credit) {
        return envelopes.remainder(CALL, jury, null, credit);
    }

    @Test
    void theEnvelopesOfACallAreThoseOfItsParameters() {
        assertThat(envelopes.of(CALL))
                .filteredOn(e -> e.jury().equals("245901160")) // no other test changes this one
                .extracting(Envelope::credit, Envelope::amount)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Credit.OPERATING, euros("122000.00")),
                        org.assertj.core.groups.Tuple.tuple(Credit.INVESTMENT, euros("244000.00")));
    }

    @Test
    void anEnvelopeCanBeSpentToTheLastCentAndNotBeyond() {
        commit(dossier(), "9999.99", "0.00");
        commit(dossier(), "0.01", "0.00");

        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("0.00");
        assertThatThrownBy(() -> commit(dossier(), "0.01", "0.00")).isInstanceOf(Rejected.class);
    }

    @Test
    void theRefusalNamesTheEnvelopeWhatIsLeftAndWhatWasAsked() {
        commit(dossier(), "9000.00", "0.00");

        assertThatThrownBy(() -> commit(dossier(), "1000.01", "5000.01"))
                .asInstanceOf(type(Rejected.class))
                .satisfies(refusal -> {
                    assertThat(refusal.faults()).hasSize(2);
                    var operating = refusal.faults().stream()
                            .filter(f -> f.field().equals("grantedOperating"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(operating.rule()).isEqualTo("ENVELOPE");
                    assertThat(operating.message())
                            .startsWith("L’enveloppe de fonctionnement")
                            .contains(Euros.format(euros("1000.00")))
                            .contains(Euros.format(euros("1000.01")));
                });
        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("1000.00");
        assertThat(remainder(Credit.INVESTMENT)).isEqualByComparingTo("5000.00");
    }

    @Test
    void aNewCommitmentTakesThePlaceOfTheFormer() {
        var dossier = dossier();
        commit(dossier, "8000.00", "1000.00");
        commit(dossier, "9500.00", "0.00");

        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("500.00");
        assertThat(remainder(Credit.INVESTMENT)).isEqualByComparingTo("5000.00");
    }

    @Test
    void aReleaseGivesTheMoneyBackOnce() {
        var dossier = dossier();
        commit(dossier, "8000.00", "1000.00");

        envelopes.release(dossier, "ajourné");
        envelopes.release(dossier, "ajourné");

        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("10000.00");
        assertThat(remainder(Credit.INVESTMENT)).isEqualByComparingTo("5000.00");
    }

    @Test
    void twoPeopleWhoRecordAtOnceNeverOverspend() throws Exception {
        var threads = 8;
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var attempts = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < threads; i++) {
                attempts.add(pool.submit(attempt(barrier, dossier())));
            }
            var accepted = 0;
            for (var attempt : attempts) {
                accepted += attempt.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(3);
        } finally {
            pool.shutdownNow();
        }
        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("1000.00");
        assertThat(sql.queryForObject(
                        "select sum(c.amount) from envelope_commitment c join envelope e on e.id = c.envelope"
                                + " where e.jury = ? and c.released_at is null",
                        BigDecimal.class,
                        jury))
                .isEqualByComparingTo("9000.00");
    }

    private Callable<Boolean> attempt(CyclicBarrier barrier, DossierNumber dossier) {
        return () -> {
            barrier.await();
            try {
                commit(dossier, "3000.00", "0.00");
                return true;
            } catch (Rejected tooLittle) {
                return false;
            }
        };
    }

    @Test
    void manyChangesAtOnceOnBothCreditsKeepTheSumsExact() throws Exception {
        var threads = 8;
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < threads; i++) {
                work.add(pool.submit(changes(barrier, dossier())));
            }
            for (var done : work) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(remainder(Credit.OPERATING)).isEqualByComparingTo("9200.00");
        assertThat(remainder(Credit.INVESTMENT)).isEqualByComparingTo("4920.00");
    }

    private Callable<Void> changes(CyclicBarrier barrier, DossierNumber dossier) {
        return () -> {
            barrier.await();
            for (var round = 0; round < 10; round++) {
                commit(dossier, "200.00", "20.00");
                envelopes.release(dossier, "ajourné");
                commit(dossier, "100.00", "10.00");
            }
            return null;
        };
    }

    @Test
    void theDatabaseItselfRefusesAnOverspentEnvelope() {
        assertThatThrownBy(() -> sql.update("update envelope set committed = amount + 0.01 where jury = ?", jury))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("envelope_is_never_overspent");
    }

    @Test
    void aJuryWithoutAnEnvelopeGrantsNothing() {
        assertThatThrownBy(() -> envelopes.commit(dossier(), CALL, "999999999", null, euros("1.00"), euros("0.00")))
                .asInstanceOf(type(Rejected.class))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains("ne prévoit pas"));
    }

    @Test
    void twoManagersDoNotUndoEachOtherUnknowingly() {
        var manager = actors.find("gestionnaire").orElseThrow();
        var envelope = envelopes.of(CALL).stream()
                .filter(e -> e.jury().equals(jury) && e.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
        envelopes.changeAmount(envelope.id(), envelope.amount(), euros("12000.00"), "Premier", manager);

        assertThatThrownBy(() -> envelopes.changeAmount(
                        envelope.id(), envelope.amount(), euros("11000.00"), "Second, sans avoir vu", manager))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Euros.format(euros("12000.00")));
        assertThat(envelopes.remainder(CALL, jury, null, Credit.OPERATING)).isEqualTo("12000.00");
    }

    @Test
    void aManagerChangesAnEnvelopeWithAReasonAndNotBelowWhatIsCommitted() {
        var manager = actors.find("gestionnaire").orElseThrow();
        commit(dossier(), "8000.00", "0.00");
        var envelope = envelopes.of(CALL).stream()
                .filter(e -> e.jury().equals(jury) && e.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();

        var lowered = envelopes.changeAmount(envelope.id(), null, euros("8000.00"), "Budget rectificatif", manager);

        assertThat(lowered.remainder()).isEqualByComparingTo("0.00");
        assertThatThrownBy(() -> envelopes.changeAmount(envelope.id(), null, euros("7999.99"), "Trop", manager))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(Euros.format(euros("8000.00")));
        assertThatThrownBy(() -> envelopes.changeAmount(envelope.id(), null, euros("9000.00"), " ", manager))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("motif");
        var officer = actors.find("instructeur").orElseThrow();
        assertThatThrownBy(() -> envelopes.changeAmount(envelope.id(), null, euros("9000.00"), "Plus", officer))
                .isInstanceOf(Forbidden.class);
        assertThat(sql.queryForObject(
                        "select count(*) from envelope_change where envelope = ?", Integer.class, envelope.id()))
                .isEqualTo(1);
    }
}
