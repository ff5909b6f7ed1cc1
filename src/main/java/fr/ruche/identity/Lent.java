package fr.ruche.identity;

import java.util.Set;

/**
 * What a substitute has of an absent colleague.
 *
 * @param absent account of the colleague
 * @param steps ids of the user tasks that are entrusted, empty for all of them
 */
record Lent(String substitute, String absent, Membership membership, Set<String> steps) {

    boolean covers(String step) {
        return steps.isEmpty() || steps.contains(step);
    }
}
