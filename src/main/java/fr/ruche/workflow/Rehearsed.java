package fr.ruche.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process did in a rehearsal.
 *
 * @param way the elements it came by, in order
 * @param end id of the end at which it came out; null when it still waits
 * @param waiting ids of the elements at which it waits when the script says nothing more
 * @param facts all that was known in the end
 * @param supposed the facts that nobody gave and that were supposed, with their values
 * @param trouble why it could not go on, a French sentence; null when it could
 */
public record Rehearsed(
        List<Passage> way,
        @Nullable String end,
        List<String> waiting,
        Map<String, Object> facts,
        Map<String, Object> supposed,
        @Nullable String trouble) {

    /**
     * An element that the process came by.
     *
     * @param step whether it waited there
     * @param choice the exit that was taken just before, where there were several
     * @param rulings what tables said there
     */
    public record Passage(
            String element,
            String label,
            boolean step,
            @Nullable Choice choice,
            List<Ruling> rulings) {}

    /**
     * A branching, and the exit that was taken.
     *
     * @param at id of the element that was left
     * @param exit id of the arrow
     * @param answer its label; empty for none
     * @param condition as the diagram writes it; empty for none
     * @param facts those that the conditions of all exits look at
     */
    public record Choice(
            String at, String label, String exit, String answer, String condition, Map<String, Object> facts) {}

    /**
     * A table was asked.
     *
     * @param rows ids of the rows that answered, in the order of the table
     * @param answers of each of these rows, by the name of the output
     */
    public record Ruling(String decision, List<String> rows, List<Map<String, Object>> answers) {}

    /** Where it waited, in order; a step to which it came back is there again. */
    public List<String> steps() {
        return way.stream().filter(Passage::step).map(Passage::element).toList();
    }
}
