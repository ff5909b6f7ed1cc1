package fr.ruche.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The last resolver: what an expression may read of an object and call on it. The business key of a process, the public
 * methods of the actions that compute deadlines and the calculations with dates of Tasklist's filters; nothing else.
 */
final class ClosedMethods extends ReadOnlyResolver {

    /** The actions whose public methods a model may call: they compute days, and nothing else. */
    static final Set<String> DEADLINES = Set.of("deadlines", "sessionDeadlines", "reserveDeadlines");

    private static final Set<String> DATE_TIME = Set.of(
            "plusMinutes",
            "plusHours",
            "plusDays",
            "plusWeeks",
            "plusMonths",
            "plusYears",
            "minusMinutes",
            "minusHours",
            "minusDays",
            "minusWeeks",
            "minusMonths",
            "minusYears",
            "minusSeconds",
            "plusSeconds",
            "withTimeAtStartOfDay",
            "withMillis",
            "toDate");

    private final ProcessActions actions;
    private final BeanELResolver dates = new BeanELResolver(true);

    ClosedMethods(ProcessActions actions) {
        this.actions = actions;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
            context.setPropertyResolved(base, property);
            return execution.getProcessBusinessKey();
        }
        throw refused(base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        if (base instanceof DateTime && DATE_TIME.contains(method.toString())) {
            return dates.invoke(context, base, method, types, arguments);
        }
        if (DEADLINES.stream().anyMatch(name -> actions.is(name, base))) {
            var deadline = method(base, method.toString(), arguments.length);
            var value = Play.current().isPresent()
                    ? Play.moment(deadline.getReturnType())
                    : call(deadline, base, arguments);
            context.setPropertyResolved(base, method);
            return value;
        }
        throw refused(base, method);
    }

    private static Method method(Object action, String name, int arity) {
        return Arrays.stream(AopUtils.getTargetClass(action).getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arity)
                .findFirst()
                .orElseThrow(() -> refused(action, name));
    }

    private static @Nullable Object call(Method method, Object action, Object[] arguments) {
        try {
            ReflectionUtils.makeAccessible(method);
            return method.invoke(action, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new ProcessEngineException(failed);
        } catch (IllegalAccessException | IllegalArgumentException wrong) {
            throw new ELException(method.getName() + " does not take these values", wrong);
        }
    }

    private static ELException refused(Object base, Object property) {
        return new ELException("An expression may not use " + base.getClass().getName() + "." + property);
    }
}
