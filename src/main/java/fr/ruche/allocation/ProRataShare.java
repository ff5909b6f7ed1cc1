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
        while (live.stream().anyMatch(one -> belowFloor(one, envelope, total(live)))) {
            reserve(live.remove(live.size() - 1));
        }
        return live.isEmpty() ? envelope : divide(live, envelope, total(live));
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

    private static boolean belowFloor(Ranked one, long envelope, long total) {
        return total <= envelope
                ? one.requested() < one.floor()
                : product(one.requested(), envelope).compareTo(product(one.floor(), total)) < 0;
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
