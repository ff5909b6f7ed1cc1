package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import fr.ruche.workflow.ModelVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the models that a call is tied to are deployed. */
@Component
class ModelCheck {

    private final ModelVersions versions;

    ModelCheck(ModelVersions versions) {
        this.versions = versions;
    }

    List<Fault> faults(CallParameters call) {
        var faults = new ArrayList<Fault>();
        var models = call.models();
        var processes = versions.ofProcess(call.process());
        if (processes.isEmpty()) {
            faults.add(new Fault("process", "MODEL", Sentences.of("model.none", call.process())));
        }
        version(faults, "models.process", call.process(), models.process(), processes);
        table(faults, "eligibility", call.tables().eligibility(), models.eligibility());
        table(faults, "convention", call.tables().convention(), null);
        table(faults, "juryRouting", call.tables().juryRouting(), models.juryRouting());
        return faults;
    }

    private void table(List<Fault> faults, String name, @Nullable String table, @Nullable Integer version) {
        if (table == null) {
            return;
        }
        var deployed = versions.ofDecision(table);
        if (deployed.isEmpty()) {
            faults.add(new Fault("tables." + name, "MODEL", Sentences.of("model.decision", table)));
        }
        version(faults, "models." + name, table, version, deployed);
    }

    private static void version(
            List<Fault> faults, String field, String model, @Nullable Integer asked, List<Integer> deployed) {
        if (asked != null && !deployed.contains(asked)) {
            faults.add(new Fault(
                    field,
                    "MODEL",
                    Sentences.of(
                            "model.version",
                            asked.toString(),
                            model,
                            deployed.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        }
    }
}
