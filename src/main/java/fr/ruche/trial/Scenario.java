package fr.ruche.trial;

import fr.ruche.programme.Project;
import fr.ruche.workflow.Script;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that somebody thought of, and what has to become of it.
 *
 * @param start the facts with which its process begins
 * @param call code of the call by whose rules it is judged; null when no rule is asked
 * @param project what the rules look at; null when no rule is asked
 * @param at when they look
 * @param turns what people answer and what happens, in order
 * @param answers what is answered at steps of which the turns say nothing, by the ids of the steps
 * @param actions what actions make known, by their names
 */
record Scenario(
        String file,
        String name,
        String process,
        Map<String, Object> start,
        @Nullable String call,
        @Nullable Project project,
        @Nullable Instant at,
        List<Script.Turn> turns,
        Map<String, Map<String, Object>> answers,
        Map<String, Map<String, Object>> actions,
        Expected expected,
        List<TableCase> tables) {

    /** What has to come out; what is null is not looked at. */
    record Expected(
            @Nullable List<String> way,
            @Nullable String end,
            @Nullable String waits,
            @Nullable String verdict,
            @Nullable String route,
            @Nullable List<String> rules) {}

    /**
     * A table is asked by itself.
     *
     * @param rows ids of the rows that have to answer, in order; null when it does not matter which
     * @param answers what the first row has to answer, by the name of the output
     */
    record TableCase(
            String table,
            Map<String, Object> given,
            @Nullable List<String> rows,
            Map<String, Object> answers) {}

    boolean walks() {
        return !turns.isEmpty() || expected.way() != null || expected.end() != null || expected.waits() != null;
    }
}
