package fr.ruche.programme;

import fr.ruche.workflow.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which jury examines a project, by the table {@code bpmn/dsdt/juryRouting.dmn} (ROUTE-01, ROUTE-02). */
@Component
public class JuryRoutes {

    private final Decisions decisions;

    JuryRoutes(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param territorialJury whether the intercommunality of the project has a territorial jury */
    public Choice choose(Call call, Scale scale, boolean territorialJury) {
        return choose(table(call), scale, territorialJury);
    }

    Decisions.Table table(Call call) {
        return decisions.table("juryRouting", call.parameters().models().juryRouting());
    }

    Decisions.Table latest() {
        return decisions.table("juryRouting", null);
    }

    /** As {@link #choose(Call, Scale, boolean)}, by the latest table: in a rehearsal, the one that is rehearsed. */
    public Choice foresee(Judged judged) {
        return choose(latest(), judged.project().scale(), judged.project().territorialJury());
    }

    static Choice choose(Decisions.Table table, Scale scale, boolean territorialJury) {
        var row = table.evaluate(Map.of("scale", scale.name(), "territorialJury", territorialJury))
                .get(0);
        return new Choice(Route.valueOf(text(row, "route")), text(row, "rule"), text(row, "reason"));
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }

    /**
     * @param rule {@code ROUTE-01} or {@code ROUTE-02}
     * @param reason a French sentence
     */
    public record Choice(Route route, String rule, String reason) {}
}
