package fr.ruche.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Hears which rows of a table answer in a rehearsal. */
final class Rulings implements DmnDecisionTableEvaluationListener {

    @Override
    public void notify(DmnDecisionTableEvaluationEvent asked) {
        Play.current()
                .ifPresent(play -> play.ruled(new Rehearsed.Ruling(
                        asked.getDecision().getKey(),
                        asked.getMatchingRules().stream()
                                .map(DmnEvaluatedDecisionRule::getId)
                                .toList(),
                        asked.getMatchingRules().stream().map(Rulings::answers).toList())));
    }

    private static Map<String, Object> answers(DmnEvaluatedDecisionRule rule) {
        var answers = new LinkedHashMap<String, Object>();
        rule.getOutputEntries().forEach((name, output) -> {
            var value = output.getValue() == null ? null : output.getValue().getValue();
            answers.put(output.getOutputName() == null ? name : output.getOutputName(), value == null ? "" : value);
        });
        return answers;
    }
}
