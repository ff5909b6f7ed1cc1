package fr.ruche.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which user tasks show which form. */
final class FormUses {

    private final Map<String, Set<StepWord>> forms = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();

    /** @param step empty when nobody knows the step of the task */
    void form(String form, Optional<StepWord> step) {
        shown.add(form);
        step.ifPresent(known ->
                forms.computeIfAbsent(form, none -> new LinkedHashSet<>()).add(known));
    }

    boolean shows(String form) {
        return shown.contains(form);
    }

    Set<StepWord> stepsOf(String form) {
        return forms.getOrDefault(form, Set.of());
    }
}
