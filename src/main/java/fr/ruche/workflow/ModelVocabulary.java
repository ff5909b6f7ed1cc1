package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import fr.ruche.review.ActionWord;
import fr.ruche.review.DeadlineWord;
import fr.ruche.review.FactWord;
import fr.ruche.review.MessageWord;
import fr.ruche.review.PlaceWord;
import fr.ruche.review.StartWord;
import fr.ruche.review.StepWord;
import fr.ruche.review.Subject;
import fr.ruche.review.ValueType;
import fr.ruche.review.Vocabulary;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the vocabulary of models from the code: the actions, the steps and what each module adds. */
@Component
class ModelVocabulary {

    private final ProcessActions actions;
    /** Asked when needed: they need the engine, and the engine needs the gate. */
    private final ObjectProvider<UserStep> steps;

    private final ObjectProvider<ModelWords> words;

    ModelVocabulary(ProcessActions actions, ObjectProvider<UserStep> steps, ObjectProvider<ModelWords> words) {
        this.actions = actions;
        this.steps = steps;
        this.words = words;
    }

    Vocabulary read() {
        return new Vocabulary(
                delegates().map(this::action).toList(),
                ClosedMethods.DEADLINES.stream()
                        .sorted()
                        .flatMap(this::deadlines)
                        .toList(),
                facts(),
                steps(),
                all().flatMap(module -> module.groups().stream()).toList(),
                all().flatMap(module -> module.clocks().stream()).toList(),
                messages(),
                all().flatMap(module -> module.beginnings().stream())
                        .map(begun -> new StartWord(begun.about(), ProcessVariable.names(begun.sets())))
                        .toList(),
                all().flatMap(module -> module.tables().stream()).toList(),
                List.of(PlaceWord.tasklist()));
    }

    private Stream<ModelWords> all() {
        return words.orderedStream()
                .sorted(Comparator.comparing(module -> module.getClass().getName()));
    }

    private Stream<String> delegates() {
        return actions.names().stream().filter(name -> actions.named(name).orElseThrow() instanceof JavaDelegate);
    }

    private ActionWord action(String name) {
        return new ActionWord(
                name,
                Sentences.of("action." + name),
                Sentences.of("action." + name + ".does"),
                actions.about(name),
                ProcessVariable.names(setBy(name)));
    }

    private Set<ProcessVariable<?>> setBy(String action) {
        return actions.named(action).orElseThrow() instanceof FactSource source ? source.sets() : Set.of();
    }

    private Stream<DeadlineWord> deadlines(String bean) {
        var type = AopUtils.getTargetClass(actions.named(bean).orElseThrow());
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new DeadlineWord(
                        bean + "." + method.getName(),
                        Sentences.of("deadline." + bean + "." + method.getName()),
                        actions.about(bean),
                        method.getReturnType() == String.class,
                        method.getParameterCount() > 1));
    }

    private List<StepWord> steps() {
        var forms = steps.stream()
                .map(step -> new StepWord(
                        step.step(),
                        Sentences.of("step." + step.step()),
                        step.about(),
                        false,
                        step.fields(),
                        List.copyOf(new TreeSet<>(step.shown())),
                        ProcessVariable.names(step.sets())));
        var pages = all().flatMap(module -> module.pageSteps().stream())
                .map(step -> new StepWord(
                        step.id(),
                        Sentences.of("step." + step.id()),
                        Subject.DOSSIER,
                        true,
                        List.of(),
                        List.of(),
                        ProcessVariable.names(step.sets())));
        return Stream.concat(forms, pages)
                .sorted(Comparator.comparing(StepWord::id))
                .toList();
    }

    private List<MessageWord> messages() {
        return all().flatMap(module -> module.messages().stream())
                .map(sent -> new MessageWord(
                        sent.name(),
                        Sentences.of("message." + sent.name()),
                        sent.about(),
                        sent.always(),
                        ProcessVariable.names(sent.sets())))
                .toList();
    }

    /** Every fact that something sets, with all that set it. */
    private List<FactWord> facts() {
        var variables = new TreeMap<String, ProcessVariable<?>>();
        var setBy = new TreeMap<String, Set<String>>();
        sources()
                .forEach((source, sets) -> sets.forEach(variable -> {
                    variables.put(variable.name(), variable);
                    setBy.computeIfAbsent(variable.name(), none -> new LinkedHashSet<>())
                            .add(source);
                }));
        return variables.values().stream()
                .map(variable -> new FactWord(
                        variable.name(),
                        Sentences.of("fact." + variable.name()),
                        variable.type() == Boolean.class ? ValueType.FLAG : ValueType.CODE,
                        variable.values(),
                        List.copyOf(setBy.getOrDefault(variable.name(), Set.of()))))
                .toList();
    }

    private Map<String, Set<ProcessVariable<?>>> sources() {
        var sources = new TreeMap<String, Set<ProcessVariable<?>>>();
        delegates().forEach(name -> sources.put(name, setBy(name)));
        steps.forEach(step -> sources.put(step.step(), step.sets()));
        all().forEach(module -> {
            module.pageSteps().forEach(step -> sources.put(step.id(), step.sets()));
            module.messages().forEach(sent -> sources.put(sent.name(), sent.sets()));
            module.beginnings()
                    .forEach(begun -> sources.put(
                            Sentences.of("model.start." + begun.about().name()), begun.sets()));
        });
        return sources;
    }
}
