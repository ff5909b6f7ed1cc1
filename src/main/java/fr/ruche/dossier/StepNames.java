package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import fr.ruche.workflow.ModelElements;
import fr.ruche.workflow.ModelElements.ModelElement;
import fr.ruche.workflow.ModelSteps;
import fr.ruche.workflow.ModelSteps.ModelStep;
import fr.ruche.workflow.ModelVersions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people call the steps of the models, those that modellers add too. */
@Component
public class StepNames {

    private final ModelSteps models;
    private final ModelElements elements;
    private final ModelVersions versions;

    StepNames(ModelSteps models, ModelElements elements, ModelVersions versions) {
        this.models = models;
        this.elements = elements;
        this.versions = versions;
    }

    /** As pages call it; what no page knows, as its latest diagram does; a step of no diagram stands for itself. */
    public String name(String step) {
        return Sentences.find("step." + step)
                .orElseGet(() -> models.all().stream()
                        .filter(one -> one.step().equals(step) && !one.label().isEmpty())
                        .map(ModelStep::label)
                        .findFirst()
                        .orElse(step));
    }

    /** The same for a process, and for what is no step in its latest diagram: a timer that has a delay of its own. */
    public String name(String process, String element) {
        var name = name(element);
        return name.equals(element)
                ? versions.ofProcess(process).stream()
                        .reduce((former, latest) -> latest)
                        .flatMap(latest -> elements.of(process, latest).stream()
                                .filter(one -> one.id().equals(element))
                                .findFirst())
                        .map(ModelElement::label)
                        .orElse(element)
                : name;
    }

    /** The ids of the steps that modellers added, at which a dossier may wait, in the order of the models. */
    public List<String> ofModellers() {
        return models.all().stream()
                .map(ModelStep::step)
                .filter(Predicate.not(StepNames::isKnown))
                .distinct()
                .toList();
    }

    /** The ids of all steps of a process, in any of its versions. */
    public Set<String> of(String process) {
        return models.all().stream()
                .filter(one -> one.process().equals(process))
                .map(ModelStep::step)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them that a modeller drew, whose delays a call may set. */
    public Set<String> ofModellers(String process) {
        return of(process).stream().filter(Step::isOfModeller).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isKnown(String step) {
        return Sentences.find("step." + step).isPresent();
    }
}
