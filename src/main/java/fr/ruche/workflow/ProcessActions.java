package fr.ruche.workflow;

import fr.ruche.review.Subject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** The beans that a model may name. They are looked up when a model first asks, long after the engine has started. */
@Component
class ProcessActions {

    private final ApplicationContext beans;
    private volatile Set<String> names = Set.of();

    ProcessActions(ApplicationContext beans) {
        this.beans = beans;
    }

    Optional<Object> named(String name) {
        return names().contains(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    /** Whether the object is the action of this name, and not something that looks like it. */
    boolean is(String name, Object object) {
        return AnnotatedElementUtils.isAnnotated(AopUtils.getTargetClass(object), ProcessAction.class)
                && named(name).filter(action -> action == object).isPresent();
    }

    /** What the business key of a process that names it is. */
    Subject about(String name) {
        return Objects.requireNonNull(beans.findAnnotationOnBean(name, ProcessAction.class))
                .about();
    }

    /** In alphabetical order. */
    Set<String> names() {
        if (names.isEmpty()) {
            names = Set.of(beans.getBeanNamesForAnnotation(ProcessAction.class));
        }
        return new TreeSet<>(names);
    }
}
