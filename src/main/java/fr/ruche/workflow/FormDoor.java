package fr.ruche.workflow;

import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service, through which Tasklist and {@code /submit-form} come: every answer goes to its step. */
class FormDoor extends FormServiceImpl {

    private final UserSteps steps;
    private final Substitution substitution;
    private final SafeForms forms;

    FormDoor(UserSteps steps, Substitution substitution, SafeForms forms) {
        this.steps = steps;
        this.substitution = substitution;
        this.forms = forms;
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return forms.checked(super.getDeployedTaskForm(taskId));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> fields) {
        commandExecutor.execute(new AnswerStep(steps, substitution, taskId, fields, false));
    }

    @Override
    @Deprecated
    public void submitTaskFormData(String taskId, Map<String, String> fields) {
        submitTaskForm(taskId, new HashMap<>(fields));
    }

    @Override
    public @Nullable VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> fields, boolean deserializeValues) {
        return commandExecutor.execute(new AnswerStep(steps, substitution, taskId, fields, true));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> names, boolean deserializeObjectValues) {
        return commandExecutor
                .execute(new PrefillForm(steps, taskId, names))
                .orElseGet(() -> super.getTaskFormVariables(taskId, names, deserializeObjectValues));
    }
}
