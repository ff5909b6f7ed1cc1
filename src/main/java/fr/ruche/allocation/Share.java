package fr.ruche.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A way to share envelopes, and what it has given so far, in cents. */
abstract class Share {

    final AllocationPolicy policy;
    final List<Ranked> ranking;
    private final Map<String, Long> grants = new HashMap<>();
    private final Map<String, AllocationStatus> status = new HashMap<>();

    /** @param ranking best first */
    Share(AllocationPolicy policy, List<Ranked> ranking) {
        this.policy = policy;
        this.ranking = ranking;
    }

    /** What the envelope leaves, in cents. @param candidates those who draw on it and may be granted, best first */
    abstract long share(List<Ranked> candidates, long envelope);

    /** @param left cents by envelope; what it leaves replaces them */
    Map<String, Long> pool(Map<String, Long> left, String regional) {
        return left;
    }

    final Allocation of(Map<String, BigDecimal> envelopes, String regional) {
        var left = new LinkedHashMap<String, Long>();
        envelopes.forEach((name, euros) -> left.put(name, share(fundable(name), Ranked.cents(euros))));
        return told(pool(left, regional));
    }

    final void grant(Ranked one, long cents) {
        grants.put(one.id(), cents);
        status.put(one.id(), cents == one.requested() ? AllocationStatus.RETENU : AllocationStatus.RETENU_PARTIEL);
    }

    final void reserve(Ranked one) {
        status.put(one.id(), AllocationStatus.LISTE_COMPLEMENTAIRE);
    }

    final long granted(Ranked one) {
        return grants.getOrDefault(one.id(), 0L);
    }

    /** Those of this status, best first. */
    final List<Ranked> those(AllocationStatus of) {
        return ranking.stream().filter(one -> status.get(one.id()) == of).toList();
    }

    private List<Ranked> fundable(String envelope) {
        var fundable = new ArrayList<Ranked>();
        for (var one : ranking) {
            if (!one.drawsOn(envelope)) {
                continue;
            }
            if (one.candidate().postponed()) {
                status.put(one.id(), AllocationStatus.AJOURNE);
            } else if (!one.above(policy.threshold())) {
                status.put(one.id(), AllocationStatus.DEFAVORABLE);
            } else {
                fundable.add(one);
            }
        }
        return fundable;
    }

    private Allocation told(Map<String, Long> left) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        var all = new LinkedHashMap<String, AllocationStatus>();
        for (var one : ranking) {
            all.put(one.id(), Objects.requireNonNull(status.get(one.id())));
            if (grants.containsKey(one.id())) {
                amounts.put(one.id(), Ranked.euros(granted(one)));
            }
        }
        var remainders = new LinkedHashMap<String, BigDecimal>();
        left.forEach((name, cents) -> remainders.put(name, Ranked.euros(cents)));
        return new Allocation(
                amounts,
                all,
                remainders,
                those(AllocationStatus.LISTE_COMPLEMENTAIRE).stream()
                        .map(Ranked::id)
                        .toList());
    }
}
