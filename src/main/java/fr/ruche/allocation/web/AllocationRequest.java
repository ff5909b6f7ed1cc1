package fr.ruche.allocation.web;

import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.allocation.Candidate;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as somebody asks for it.
 *
 * @param regionalEnvelope the envelope into which remainders are pooled; needed for that alone
 */
record AllocationRequest(
        @Nullable AllocationMode mode,
        @Nullable Policy policy,
        @Nullable Map<String, @Nullable BigDecimal> envelopes,
        @Nullable String regionalEnvelope,
        @Nullable List<@Nullable Item> items) {

    /** @param unit euros; in the mode {@code PRORATA} the threshold alone is needed */
    record Policy(
            @Nullable BigDecimal threshold,
            @Nullable Boolean partial,
            @Nullable Integer partialMinPercent,
            @Nullable Boolean strict,
            @Nullable Boolean pooling,
            @Nullable BigDecimal unit) {}

    /** @param c2 mark of the criterion « mobilisation des habitants », 0 when it is left out, as is the difficulty */
    record Item(
            @Nullable String id,
            @Nullable String envelope,
            @Nullable BigDecimal score,
            @Nullable BigDecimal c2,
            @Nullable BigDecimal difficulty,
            @Nullable Instant depositedAt,
            @Nullable BigDecimal requested,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal minimumUseful,
            @Nullable Boolean favourable,
            @Nullable Boolean postponed) {}

    /** What is asked, once nothing that it needs is missing. */
    record Asked(
            AllocationMode mode,
            AllocationPolicy policy,
            Map<String, BigDecimal> envelopes,
            String regional,
            List<Candidate> candidates) {}

    /** @throws Rejected naming every field that is missing */
    Asked read() {
        var reading = new Reading();
        var how = reading.needed("mode", mode, AllocationMode.RANK);
        var rules = reading.policy(reading.needed("policy", policy, NONE), how);
        var money = reading.envelopes(reading.needed("envelopes", envelopes, Map.of()));
        var candidates = reading.candidates(reading.needed("items", items, List.of()));
        Rejected.ifAny(reading.faults);
        return new Asked(how, rules, money, Objects.requireNonNullElse(regionalEnvelope, ""), candidates);
    }

    private static final Policy NONE = new Policy(null, null, null, null, null, null);

    /** Reads on after a field that is missing, so that all of them are named. */
    private static final class Reading {

        private final List<Fault> faults = new ArrayList<>();

        <T> T needed(String field, @Nullable T given, T otherwise) {
            if (given == null) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("allocation.needed", field)));
            }
            return given == null ? otherwise : given;
        }

        AllocationPolicy policy(Policy given, AllocationMode mode) {
            if (given.equals(NONE)) {
                return new AllocationPolicy(
                        needed("policy.threshold", given.threshold(), Euros.ZERO), false, 0, true, false, CENT);
            }
            var ranked = mode == AllocationMode.RANK;
            return new AllocationPolicy(
                    needed("policy.threshold", given.threshold(), Euros.ZERO),
                    ranked ? needed("policy.partial", given.partial(), false) : false,
                    ranked ? needed("policy.partialMinPercent", given.partialMinPercent(), 0) : 0,
                    ranked ? needed("policy.strict", given.strict(), true) : true,
                    ranked ? needed("policy.pooling", given.pooling(), false) : false,
                    ranked ? needed("policy.unit", given.unit(), CENT) : CENT);
        }

        Map<String, BigDecimal> envelopes(Map<String, @Nullable BigDecimal> given) {
            var money = new LinkedHashMap<String, BigDecimal>();
            given.forEach((name, euros) -> money.put(name, needed("envelopes." + name, euros, Euros.ZERO)));
            return money;
        }

        List<Candidate> candidates(List<@Nullable Item> given) {
            var candidates = new ArrayList<Candidate>();
            for (var at = 0; at < given.size(); at++) {
                candidates.add(candidate("items[" + at + "]", given.get(at)));
            }
            return candidates;
        }

        private Candidate candidate(String field, @Nullable Item given) {
            var item = needed(field, given, EMPTY);
            return new Candidate(
                    needed(field + ".id", item.id(), ""),
                    needed(field + ".envelope", item.envelope(), ""),
                    needed(field + ".score", item.score(), Euros.ZERO),
                    Objects.requireNonNullElse(item.c2(), Euros.ZERO),
                    Objects.requireNonNullElse(item.difficulty(), Euros.ZERO),
                    needed(field + ".depositedAt", item.depositedAt(), Instant.EPOCH),
                    needed(field + ".requested", item.requested(), Euros.ZERO),
                    Objects.requireNonNullElse(item.floor(), Euros.ZERO),
                    Objects.requireNonNullElse(item.minimumUseful(), Euros.ZERO),
                    needed(field + ".favourable", item.favourable(), false),
                    Objects.requireNonNullElse(item.postponed(), false));
        }

        private static final BigDecimal CENT = new BigDecimal("0.01");
        private static final Item EMPTY = new Item(null, null, null, null, null, null, null, null, null, null, null);
    }
}
