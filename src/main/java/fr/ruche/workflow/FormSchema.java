package fr.ruche.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;

/** A deployed form, against which every submission is held: the engine itself takes whatever it is given. */
class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, FormSchema> READ = new ConcurrentHashMap<>();
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "null", "true", "false");

    private final List<FormField> fields = new ArrayList<>();
    private final boolean needsShown;

    private FormSchema(JsonNode form) {
        collect(form.path("components"), List.of());
        needsShown = fields.stream()
                .filter(FormField::writable)
                .flatMap(field -> field.hiddenWhen().stream())
                .flatMap(condition ->
                        NAME.matcher(QUOTED.matcher(condition).replaceAll("")).results())
                .map(MatchResult::group)
                .anyMatch(name -> !WORDS.contains(name) && !has(name));
    }

    /** Whether it depends on what is shown which fields there are: else {@link #check} needs nothing of it. */
    boolean needsShown() {
        return needsShown;
    }

    /** The form of a task, as it was deployed with the diagram that the task runs; it never changes. */
    static FormSchema of(TaskEntity task, CommandContext context) {
        return bound(task)
                ? READ.computeIfAbsent(
                        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
                        unread -> read(task.getId(), context))
                : read(task.getId(), context);
    }

    private static boolean bound(TaskEntity task) {
        return "deployment".equals(task.getTaskDefinition().getCamundaFormDefinitionBinding());
    }

    private static FormSchema read(String taskId, CommandContext context) {
        try (var form = new GetDeployedTaskFormCmd(taskId).execute(context)) {
            return new FormSchema(JSON.readTree(form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(JsonNode components, List<String> around) {
        for (var component : components) {
            var hidden = new ArrayList<>(around);
            if (component.path("conditional").hasNonNull("hide")) {
                hidden.add(component.path("conditional").path("hide").asText());
            }
            if (component.path("type").asText().equals("group")) {
                collect(component.path("components"), hidden);
            } else if (component.hasNonNull("key")) {
                var key = component.path("key").asText();
                fields.add(new FormField(
                        key,
                        component.path("label").asText(key),
                        component.path("type").asText(),
                        component,
                        List.copyOf(hidden)));
            }
        }
    }

    /**
     * Holds what was submitted against the form. What a hidden or a read-only field carries is dropped, as the form in
     * the browser does; a field that the form does not have is refused, so that nothing is lost in silence.
     *
     * @param shown what the form was prefilled with; its conditions may look at it
     * @throws Rejected with one fault for every field that is wrong
     */
    Checked check(Map<String, Object> submitted, Map<String, Object> shown, FeelEngine feel) {
        var typed = typed(submitted);
        var faults = new ArrayList<>(unknown(submitted.keySet()));
        var scope = scope(typed, shown);
        var visible = fields.stream()
                .filter(field -> field.writable() && !hidden(field, scope, feel))
                .toList();
        visible.forEach(field -> field.fault(typed.get(field.key())).ifPresent(faults::add));
        Rejected.ifAny(faults);
        typed.keySet().retainAll(visible.stream().map(FormField::key).collect(Collectors.toSet()));
        return new Checked(
                Map.copyOf(typed),
                visible.stream()
                        .map(field -> field.answered(typed.get(field.key())))
                        .toList());
    }

    /**
     * @param values what was typed, by field
     * @param answered the same as people read it, with the fields that were left empty, in the order of the form
     */
    record Checked(Map<String, Object> values, List<Answered> answered) {}

    private Map<String, Object> typed(Map<String, Object> submitted) {
        var typed = new HashMap<String, Object>();
        fields.forEach(field -> field.normal(submitted.get(field.key())).ifPresent(v -> typed.put(field.key(), v)));
        return typed;
    }

    private List<Fault> unknown(Set<String> submitted) {
        var known = fields.stream().map(FormField::key).collect(Collectors.toSet());
        return submitted.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .map(key -> new Fault(key, "UNKNOWN", Sentences.of("form.unknown", key)))
                .toList();
    }

    /**
     * Every field has a value, if only null: a condition may name a field that nobody has filled in. A wrong value is
     * none, so that one fault does not draw others behind it.
     */
    private Map<String, Object> scope(Map<String, Object> typed, Map<String, Object> shown) {
        var scope = new HashMap<>(shown);
        for (var field : fields) {
            var value = typed.get(field.key());
            scope.put(field.key(), field.fault(value).isPresent() ? null : value);
        }
        return scope;
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.key().equals(name));
    }

    private static boolean hidden(FormField field, Map<String, Object> scope, FeelEngine feel) {
        return field.hiddenWhen().stream()
                .map(condition -> condition.strip().replaceFirst("^=", ""))
                .anyMatch(condition -> Boolean.TRUE.equals(feel.evaluateSimpleExpression(
                        condition, Variables.fromMap(scope).asVariableContext())));
    }
}
