package fr.ruche.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.review.FieldWord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows when it opens, asked from its step at each reading. The variables of the process are not shown: an
 * answer given at an earlier visit must not look like an answer given now.
 */
class PrefillForm implements Command<Optional<VariableMap>> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>#|!~]");

    private final UserSteps steps;
    private final String taskId;
    private final @Nullable Collection<String> wanted;

    PrefillForm(UserSteps steps, String taskId, @Nullable Collection<String> wanted) {
        this.steps = steps;
        this.taskId = taskId;
        this.wanted = wanted;
    }

    /** Empty for a task that is nobody's step. */
    @Override
    public Optional<VariableMap> execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        return Optional.ofNullable(task).flatMap(steps::of).map(step -> {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkReadTask(task));
            return context.runWithoutAuthorization(() -> shown(declared(step, task), FormSchema.of(task, context)));
        });
    }

    /** A form may name what the step declares: less would show as nothing. */
    private static Map<String, Object> declared(UserStep step, TaskEntity task) {
        var shown = step.prefill(task.getProcessInstance().getBusinessKey());
        var fields = step.fields().stream().map(FieldWord::key).collect(Collectors.toSet());
        if (!shown.keySet().containsAll(step.shown())
                || !shown.keySet().stream().allMatch(name -> step.shown().contains(name) || fields.contains(name))) {
            throw new IllegalStateException(task.getTaskDefinitionKey() + " does not show what it declares");
        }
        return shown;
    }

    private VariableMap shown(Map<String, Object> prefill, FormSchema form) {
        var shown = Variables.createVariables();
        prefill.forEach((name, value) -> {
            if (wanted == null || wanted.contains(name)) {
                shown.putValueTyped(name, variable(form.has(name) ? value : readable(value)));
            }
        });
        return shown;
    }

    /**
     * What is no field is read in a text of the form, which understands Markdown: what people wrote must show as they
     * wrote it, line by line, and never become a link or a picture.
     */
    private static Object readable(Object value) {
        return value instanceof String text
                ? MARKS.matcher(text).replaceAll("\\\\$0").replace("\n", "  \n")
                : value;
    }

    /** The engine knows no lists and no decimals; the form reads them as JSON and as text. */
    private static TypedValue variable(Object value) {
        if (value instanceof Boolean flag) {
            return Variables.booleanValue(flag);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return SpinValues.jsonValue(json(value)).create();
        }
        return Variables.stringValue(value instanceof BigDecimal amount ? amount.toPlainString() : value.toString());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("A prefilled value is not JSON", notJson);
        }
    }
}
