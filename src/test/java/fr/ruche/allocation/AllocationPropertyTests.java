package fr.ruche.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of every allocation, whatever the dossiers and the envelopes: P1 to P9 of {@code domain.md} 5.4. */
class AllocationPropertyTests {

    private static final List<String> NAMES = List.of("A", "B", "REGION");

    private final Allocations allocations = new Allocations();

    /** P1, P2. */
    @Property
    void everyEuroIsCountedOnceAndNoEnvelopeIsOverspent(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy) {
        for (var mode : AllocationMode.values()) {
            var shared = allocations.share(mode, policy, envelopes, "REGION", candidates);
            assertThat(sum(shared.grants()).add(sum(shared.remainders()))).isEqualByComparingTo(sum(envelopes));
            assertThat(shared.remainders().values())
                    .allSatisfy(left -> assertThat(left).isNotNegative());
        }
    }

    /** P3, P4. */
    @Property
    void aGrantLiesBetweenWhatIsUsefulAndWhatIsAskedAndGoesToWhomItMay(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy) {
        var shared = allocations.share(AllocationMode.RANK, policy, envelopes, "REGION", candidates);
        for (var one : candidates) {
            var grant = shared.grants().get(one.id());
            if (grant != null) {
                assertThat(grant)
                        .isGreaterThanOrEqualTo(one.floor())
                        .isGreaterThanOrEqualTo(one.minimumUseful())
                        .isLessThanOrEqualTo(one.requested());
                assertThat(one.favourable() && !one.postponed()).isTrue();
                assertThat(one.score()).isGreaterThanOrEqualTo(policy.threshold());
            }
        }
    }

    /** P5. */
    @Property
    void theOrderInWhichTheyAreGivenIsOfNoMatter(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        for (var mode : AllocationMode.values()) {
            assertThat(allocations.share(mode, policy, envelopes, "REGION", shuffled))
                    .isEqualTo(allocations.share(mode, policy, envelopes, "REGION", candidates));
        }
    }

    /** P6. */
    @Property
    void everyDossierHasOneStatusThatAgreesWithItsGrant(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy) {
        for (var mode : AllocationMode.values()) {
            var shared = allocations.share(mode, policy, envelopes, "REGION", candidates);
            assertThat(shared.status())
                    .containsOnlyKeys(candidates.stream().map(Candidate::id).toList());
            for (var one : candidates) {
                var granted = shared.grants().get(one.id());
                switch (Objects.requireNonNull(shared.status().get(one.id()))) {
                    case RETENU -> assertThat(granted).isEqualByComparingTo(one.requested());
                    case RETENU_PARTIEL -> assertThat(granted).isLessThan(one.requested());
                    case LISTE_COMPLEMENTAIRE -> assertThat(shared.reserve()).contains(one.id());
                    case AJOURNE, DEFAVORABLE -> assertThat(granted).isNull();
                }
            }
        }
    }

    /** P7: in the strict mode, envelope by envelope, nobody behind the first who is not served gets anything. */
    @Property
    void inTheStrictModeNobodyOvertakes(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy) {
        var shared = allocations.share(AllocationMode.RANK, strict(policy), envelopes, "REGION", candidates);
        for (var name : NAMES) {
            var granted = candidates.stream()
                    .filter(one -> one.envelope().equals(name))
                    .map(Ranked::of)
                    .sorted()
                    .map(one -> shared.status().get(one.id()))
                    .filter(status -> status != AllocationStatus.AJOURNE && status != AllocationStatus.DEFAVORABLE)
                    .map(status -> status != AllocationStatus.LISTE_COMPLEMENTAIRE)
                    .toList();
            assertThat(granted).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    /** P8: true of the strict mode alone; where smaller requests pass, a larger one may take their place. */
    @Property
    void inTheStrictModeMoreMoneyTakesNothingFromAnybody(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("envelopes") Map<String, BigDecimal> more,
            @ForAll("policies") AllocationPolicy policy) {
        var richer = new HashMap<>(envelopes);
        more.forEach((name, euros) -> richer.merge(name, euros, BigDecimal::add));
        var before = allocations.share(AllocationMode.RANK, strict(policy), envelopes, "REGION", candidates);
        var after = allocations.share(AllocationMode.RANK, strict(policy), richer, "REGION", candidates);
        before.grants()
                .forEach((id, euros) -> assertThat(after.grants().getOrDefault(id, BigDecimal.ZERO))
                        .isGreaterThanOrEqualTo(euros));
    }

    /** P9. */
    @Property
    void aRateNeverOverspendsAndKeepsTheFloors(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("envelopes") Map<String, BigDecimal> envelopes,
            @ForAll("policies") AllocationPolicy policy) {
        var shared = allocations.share(AllocationMode.PRORATA, policy, envelopes, "REGION", candidates);
        var cent = new BigDecimal("0.01");
        for (var one : candidates) {
            var grant = shared.grants().get(one.id());
            if (grant != null) {
                assertThat(grant).isBetween(one.floor().subtract(cent), one.requested());
            }
        }
        for (var name : NAMES) {
            var granted = candidates.stream()
                    .filter(one -> one.envelope().equals(name))
                    .map(one -> shared.grants().getOrDefault(one.id(), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(granted).isLessThanOrEqualTo(envelopes.get(name));
        }
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return candidate().list().ofMaxSize(13).map(AllocationPropertyTests::named);
    }

    @Provide
    Arbitrary<Map<String, BigDecimal>> envelopes() {
        var euros = Arbitraries.of("0.00", "0.01", "2000.00", "50000.00")
                .map(BigDecimal::new)
                .edgeCases(edge -> edge.none());
        return Arbitraries.oneOf(euros, cents(40_000_000)).list().ofSize(3).map(three -> {
            var named = new LinkedHashMap<String, BigDecimal>();
            for (var at = 0; at < 3; at++) {
                named.put(NAMES.get(at), three.get(at));
            }
            return named;
        });
    }

    @Provide
    Arbitrary<AllocationPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of("0.00", "50.00").map(BigDecimal::new),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 33, 50, 100),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("0.01", "1.00", "10.00").map(BigDecimal::new))
                .as(AllocationPolicy::new);
    }

    private static Arbitrary<Candidate> candidate() {
        var requested = Arbitraries.oneOf(
                Arbitraries.of("1999.99", "2000.00", "5000.00", "150000.00").map(BigDecimal::new), cents(16_000_000));
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.oneOf(
                                Arbitraries.of("49.99", "50.00", "70.00").map(BigDecimal::new), cents(10_000)),
                        Arbitraries.integers().between(0, 11),
                        requested,
                        Arbitraries.of("0.00", "2000.00", "5000.00").map(BigDecimal::new),
                        Arbitraries.of(0, 0, 2, 1),
                        Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)),
                        Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true)))
                .as((name, score, tie, euros, floor, part, favourable, postponed) -> new Candidate(
                        "",
                        name,
                        score,
                        BigDecimal.valueOf(tie % 3),
                        BigDecimal.valueOf(tie % 2),
                        Instant.ofEpochSecond(tie % 4),
                        euros,
                        floor.min(euros),
                        part == 0 ? BigDecimal.ZERO : euros.divide(BigDecimal.valueOf(part), 2, RoundingMode.DOWN),
                        favourable,
                        postponed));
    }

    private static List<Candidate> named(List<Candidate> some) {
        var named = new ArrayList<Candidate>();
        for (var one : some) {
            named.add(new Candidate(
                    "%03d".formatted(named.size()),
                    one.envelope(),
                    one.score(),
                    one.citizens(),
                    one.difficulty(),
                    one.depositedAt(),
                    one.requested(),
                    one.floor(),
                    one.minimumUseful(),
                    one.favourable(),
                    one.postponed()));
        }
        return named;
    }

    private static Arbitrary<BigDecimal> cents(int most) {
        return Arbitraries.integers().between(0, most).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    private static AllocationPolicy strict(AllocationPolicy policy) {
        return new AllocationPolicy(
                policy.threshold(), policy.partial(), policy.partialMinPercent(), true, false, policy.unit());
    }

    private static BigDecimal sum(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
