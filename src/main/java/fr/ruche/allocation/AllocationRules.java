package fr.ruche.allocation;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What an allocation cannot be made from. */
final class AllocationRules {

    static final int MOST = 10_000;

    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    private final List<Fault> faults = new ArrayList<>();

    private AllocationRules() {}

    static void check(
            AllocationPolicy policy, Map<String, BigDecimal> envelopes, String regional, List<Candidate> candidates) {
        var rules = new AllocationRules();
        rules.policy(policy);
        rules.envelopes(envelopes, regional, policy.pooling());
        rules.candidates(candidates, envelopes);
        Rejected.ifAny(rules.faults);
    }

    private void policy(AllocationPolicy policy) {
        between("policy.threshold", policy.threshold());
        if (policy.partialMinPercent() < 0 || policy.partialMinPercent() > 100) {
            wrong("policy.partialMinPercent", "RANGE", "allocation.percent");
        }
        if (policy.unit().signum() <= 0) {
            wrong("policy.unit", "RANGE", "allocation.unit");
        }
    }

    private void envelopes(Map<String, BigDecimal> envelopes, String regional, boolean pooling) {
        if (envelopes.isEmpty()) {
            wrong("envelopes", "REQUIRED", "allocation.envelopes");
        }
        envelopes.forEach((name, euros) -> amount("envelopes." + name, euros));
        if (pooling && !envelopes.containsKey(regional)) {
            wrong("regionalEnvelope", "CHOICE", "allocation.regional", regional);
        }
    }

    private void candidates(List<Candidate> candidates, Map<String, BigDecimal> envelopes) {
        if (candidates.size() > MOST) {
            wrong("items", "SIZE", "allocation.many", MOST);
            return;
        }
        var ids = new HashSet<String>();
        for (var at = 0; at < candidates.size(); at++) {
            var one = candidates.get(at);
            var field = "items[" + at + "].";
            if (one.id().isBlank()) {
                wrong(field + "id", "REQUIRED", "allocation.id");
            } else if (!ids.add(one.id())) {
                wrong(field + "id", "TWICE", "allocation.twice", one.id());
            }
            if (!envelopes.containsKey(one.envelope())) {
                wrong(field + "envelope", "CHOICE", "allocation.envelope", one.envelope());
            }
            between(field + "score", one.score());
            amount(field + "requested", one.requested());
            bounded(field + "floor", one.floor(), one.requested());
            bounded(field + "minimumUseful", one.minimumUseful(), one.requested());
        }
    }

    private void bounded(String field, BigDecimal euros, BigDecimal requested) {
        if (euros.signum() >= 0 && euros.compareTo(requested) > 0) {
            wrong(field, "RANGE", "allocation.aboveRequest");
        } else {
            amount(field, euros);
        }
    }

    private void amount(String field, BigDecimal euros) {
        if (euros.signum() < 0 || euros.compareTo(Euros.MAX) > 0) {
            wrong(field, "AMOUNT", "allocation.amount");
        }
    }

    private void between(String field, BigDecimal points) {
        if (points.signum() < 0 || points.compareTo(HUNDRED) > 0) {
            wrong(field, "RANGE", "allocation.points");
        }
    }

    private void wrong(String field, String rule, String key, Object... arguments) {
        faults.add(new Fault(field, rule, Sentences.of(key, arguments)));
    }
}
