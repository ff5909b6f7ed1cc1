package fr.ruche.allocation;

import fr.ruche.common.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Shares envelopes between ranked dossiers ({@code domain.md} 5.4). The order in which they are given is of no matter.
 */
@Component
public class Allocations {

    /**
     * Every euro is counted once: grants and remainders together are the envelopes. Nobody gets more than he asks for,
     * nor less than the floor, the least part of a request and what is useful to him.
     *
     * <p>In the mode {@link AllocationMode#PRORATA} each envelope is shared at one rate, to the cent; the lowest ranked
     * leaves as long as somebody would fall below his floor. Of the policy it takes the threshold alone.
     *
     * @param envelopes euros by name
     * @param regional name of the envelope into which remainders are pooled
     * @throws Rejected with all that is wrong, at {@code envelopes}, {@code regionalEnvelope}, {@code policy.…} and
     *     {@code items[0].…}
     */
    public Allocation share(
            AllocationMode mode,
            AllocationPolicy policy,
            Map<String, BigDecimal> envelopes,
            String regional,
            List<Candidate> candidates) {
        AllocationRules.check(policy, envelopes, regional, candidates);
        return shared(mode, policy, envelopes, regional, rank(candidates));
    }

    /** Best first: score, C2, difficulty of the territory, day of deposit, id. */
    public List<Candidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .map(Ranked::of)
                .sorted()
                .map(Ranked::candidate)
                .toList();
    }

    /**
     * The same in an order that the jury has settled.
     *
     * @param candidates best first, whatever their scores
     */
    public Allocation shareInOrder(
            AllocationMode mode,
            AllocationPolicy policy,
            Map<String, BigDecimal> envelopes,
            String regional,
            List<Candidate> candidates) {
        AllocationRules.check(policy, envelopes, regional, candidates);
        return shared(mode, policy, envelopes, regional, candidates);
    }

    private static Allocation shared(
            AllocationMode mode,
            AllocationPolicy policy,
            Map<String, BigDecimal> envelopes,
            String regional,
            List<Candidate> candidates) {
        var ranking = candidates.stream().map(Ranked::of).toList();
        var share = switch (mode) {
            case RANK -> new RankShare(policy, ranking);
            case PRORATA -> new ProRataShare(policy, ranking);
        };
        return share.of(envelopes, regional);
    }
}
