package fr.ruche.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One rate for all of an envelope, to the cent; the cents that rounding leaves go to the largest fractions. */
final class ProRataShare extends Share {

    ProRataShare(AllocationPolicy policy, List<Ranked> ranking) {
        super(policy, ranking);
    }

    @Override
    long share(List<Ranked> candidates, long envelope) {
        var live = new ArrayList<>(candidates);
        var bounds = bounds(live, envelope);
        var total = total(live);
        while (!live.isEmpty() && total > bounds[live.size() - 1]) {
            var last = live.remove(live.size() - 1);
            reserve(last);
            total -= last.requested();
        }
        return live.isEmpty() ? envelope : divide(live, envelope, total);
    }

    /**
     * Of each place in the ranking, the largest sum of requests at which nobody up to it falls below his floor. Since
     * it is always the last who leaves, each is computed once.
     */
    private static long[] bounds(List<Ranked> candidates, long envelope) {
        var bounds = new long[candidates.size()];
        var smallest = Long.MAX_VALUE;
        for (var at = 0; at < bounds.length; at++) {
            smallest = Math.min(smallest, bound(candidates.get(at), envelope));
            bounds[at] = smallest;
        }
        return bounds;
    }

    /** {@code requested × envelope / total} is not below the floor as long as the total is not above this. */
    private static long bound(Ranked one, long envelope) {
        if (one.floor() == 0) {
            return Long.MAX_VALUE;
        }
        return one.requested() < one.floor()
                ? -1
                : product(one.requested(), envelope)
                        .divide(BigInteger.valueOf(one.floor()))
                        .min(BigInteger.valueOf(Long.MAX_VALUE))
                        .longValueExact();
    }

    private long divide(List<Ranked> live, long envelope, long total) {
        if (total <= envelope) {
            live.forEach(one -> grant(one, one.requested()));
            return envelope - total;
        }
        var parts = live.stream()
                .map(one -> product(one.requested(), envelope).divideAndRemainder(BigInteger.valueOf(total)))
                .toList();
        var left = envelope
                - parts.stream().mapToLong(part -> part[0].longValueExact()).sum();
        var largest = IntStream.range(0, live.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> parts.get(at)[1])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (var at : largest) {
            var cents = parts.get(at)[0].longValueExact();
            var more = left > 0 && cents < live.get(at).requested() ? 1 : 0;
            grant(live.get(at), cents + more);
            left -= more;
        }
        return left;
    }

    private static long total(List<Ranked> live) {
        return live.stream().mapToLong(Ranked::requested).sum();
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
