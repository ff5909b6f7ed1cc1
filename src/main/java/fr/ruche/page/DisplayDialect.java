package fr.ruche.page;

import fr.ruche.identity.Actors;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Gives every template {@code #ruche} and French spacing, error pages included. */
@Component
class DisplayDialect extends AbstractDialect implements IExpressionObjectDialect, IPostProcessorDialect {

    private static final int LAST = 1000;

    private final Display display;

    DisplayDialect(Actors actors, Clock clock) {
        super("ruche");
        this.display = new Display(actors, clock);
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, FrenchSpaces.class, LAST));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of("ruche");
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return "ruche".equals(name) ? display : null;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
