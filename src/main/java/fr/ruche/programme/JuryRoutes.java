package fr.ruche.programme;

import fr.ruche.common.Sentences;
import fr.ruche.workflow.Decisions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** Null when the call has none. */
    Decisions.@Nullable Table table(Call call) {
        return table(call, call.parameters().models().juryRouting());
    }

    Decisions.@Nullable Table latest(Call call) {
        return table(call, null);
    }

    private Decisions.@Nullable Table table(Call call, @Nullable Integer version) {
        var table = call.parameters().tables().juryRouting();
        return table == null ? null : decisions.table(table, version);
    }

    /** As {@link #choose(Call, Scale, boolean)}, by the latest table: in a rehearsal, the one that is rehearsed. */
    public Choice foresee(Judged judged) {
        return choose(
                latest(judged.call()),
                judged.project().scale(),
                judged.project().territorialJury());
    }

    /** Without a table a dossier goes to the regional jury. */
    static Choice choose(Decisions.@Nullable Table table, Scale scale, boolean territorialJury) {
        if (table == null) {
            return new Choice(Route.JURY_REGIONAL, "ROUTE", Sentences.of("route.noTable"));
        }
        var row = table.evaluate(Map.of("scale", scale.name(), "territorialJury", territorialJury))
                .get(0);
        return new Choice(Route.valueOf(text(row, "route")), text(row, "rule"), text(row, "reason"));
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }

    /**
     * @param rule {@code ROUTE-01} or {@code ROUTE-02}; {@code ROUTE} when no table has chosen
     * @param reason a French sentence
     */
    public record Choice(Route route, String rule, String reason) {}
}
