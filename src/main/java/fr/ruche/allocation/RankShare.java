package fr.ruche.allocation;

import java.util.List;
import java.util.Map;

/** Each its request in the order of the ranking, until the envelope is used. */
final class RankShare extends Share {

    private final long unit;

    RankShare(AllocationPolicy policy, List<Ranked> ranking) {
        super(policy, ranking);
        this.unit = Ranked.cents(policy.unit());
    }

    @Override
    long share(List<Ranked> candidates, long envelope) {
        var left = envelope;
        var stopped = false;
        for (var one : candidates) {
            var part = left / unit * unit;
            if (stopped) {
                reserve(one);
            } else if (one.requested() <= left) {
                grant(one, one.requested());
                left -= one.requested();
            } else if (policy.partial() && part >= least(one)) {
                grant(one, part);
                left -= part;
                stopped = policy.strict();
            } else {
                reserve(one);
                stopped = policy.strict();
            }
        }
        return left;
    }

    /** First those who got a part, then, when nobody waits for the rest of his, the reserve lists as one. */
    @Override
    Map<String, Long> pool(Map<String, Long> left, String regional) {
        if (!policy.pooling()) {
            return left;
        }
        var pot = left.values().stream().mapToLong(Long::longValue).sum();
        for (var one : those(AllocationStatus.RETENU_PARTIEL)) {
            var more = Math.min(one.requested() - granted(one), pot);
            grant(one, granted(one) + more);
            pot -= more;
        }
        if (those(AllocationStatus.RETENU_PARTIEL).isEmpty()) {
            pot = share(those(AllocationStatus.LISTE_COMPLEMENTAIRE), pot);
        }
        return Map.of(regional, pot);
    }

    private long least(Ranked one) {
        var worthwhile = -Math.floorDiv(-one.requested() * policy.partialMinPercent(), 100L);
        return Math.max(worthwhile, Math.max(one.floor(), one.useful()));
    }
}
