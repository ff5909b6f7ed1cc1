package fr.ruche.trial;

import java.util.List;

/**
 * What became of a scenario.
 *
 * @param failures what came out otherwise, and why; a French sentence each; empty when it passed
 * @param way what a person calls the steps it came to, in order
 * @param end where it came out, or where it waits; empty when it was not walked
 * @param supposed what nobody gave and was supposed; empty for nothing
 */
public record ScenarioResult(
        String file, String name, List<String> failures, List<String> way, String end, String supposed) {

    public boolean passed() {
        return failures.isEmpty();
    }
}
