package fr.ruche.workflow;

import fr.ruche.review.Family;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The user steps of all modules, by the id of their task in the models. */
@Component
class UserSteps {

    /** Asked when needed: the steps need the engine, and the engine needs them. */
    private final ObjectProvider<UserStep> steps;

    UserSteps(ObjectProvider<UserStep> steps) {
        this.steps = steps;
    }

    Optional<UserStep> of(Task task) {
        return steps.stream()
                .filter(step -> Family.means(step.step(), task.getTaskDefinitionKey()))
                .findFirst();
    }
}
