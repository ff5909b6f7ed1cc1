package fr.ruche.dossier;

import java.util.Map;

/**
 * How often dossiers passed by what lies between the steps of the diagram, and at which end they came out. A dossier
 * that comes by twice counts twice.
 *
 * @param times by the id of the element
 * @param next by the id of the element, then by the id of what came next, a step included
 * @param ends how many dossiers have come out at each end, where none goes on now
 */
public record Passed(Map<String, Integer> times, Map<String, Map<String, Integer>> next, Map<String, Integer> ends) {

    public int times(String element) {
        return times.getOrDefault(element, 0);
    }

    /** How often the one was followed by the other. */
    public int times(String element, String following) {
        return next.getOrDefault(element, Map.of()).getOrDefault(following, 0);
    }

    public int ended(String end) {
        return ends.getOrDefault(end, 0);
    }
}
