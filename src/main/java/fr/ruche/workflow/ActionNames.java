package fr.ruche.workflow;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** {@code ${acknowledgeFiche}}: the process action of that name. */
final class ActionNames extends ReadOnlyResolver {

    private final ProcessActions actions;

    ActionNames(ProcessActions actions) {
        this.actions = actions;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            return null;
        }
        var action = actions.named(property.toString());
        if (action.isPresent()) {
            context.setPropertyResolved(null, property);
        }
        return action.map(acting -> standIn(property.toString(), acting)).orElse(null);
    }

    /** In a rehearsal no action acts. */
    private static Object standIn(String name, Object acting) {
        return Play.current()
                .filter(play -> acting instanceof JavaDelegate)
                .<Object>map(play -> (JavaDelegate) execution -> play.act(name, acting, execution))
                .orElse(acting);
    }
}
