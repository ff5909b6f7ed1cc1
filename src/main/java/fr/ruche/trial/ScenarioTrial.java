package fr.ruche.trial;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.workshop.Trial;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A version counts as tested only if all its scenarios pass. */
@Component
class ScenarioTrial implements Trial {

    private final ScenarioRunner scenarios;

    ScenarioTrial(ScenarioRunner scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public List<String> objections(Map<String, byte[]> files) {
        try {
            return scenarios.run(files).stream()
                    .filter(result -> !result.passed())
                    .map(result -> Sentences.of("trial.objection", result.name(), String.join(" ", result.failures())))
                    .toList();
        } catch (Rejected unreadable) {
            return unreadable.faults().stream().map(Fault::message).toList();
        }
    }
}
