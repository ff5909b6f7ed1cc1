package fr.ruche.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the decision tables of {@code bpmn/*.dmn} with the engine's DMN. */
@Component
public class Decisions {

    /**
     * @param decision id of the decision, such as {@code eligibility}
     * @param version the deployed version to use, or null for the latest
     */
    public Outcome evaluate(String decision, @Nullable Integer version, Map<String, Object> input) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param version the deployed version that was used
     * @param rows the matched rules in the order of the table, each as output name to value
     */
    public record Outcome(int version, List<Map<String, Object>> rows) {}
}
