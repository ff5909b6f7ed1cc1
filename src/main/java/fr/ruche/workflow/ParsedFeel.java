package fr.ruche.workflow;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.stereotype.Component;

/**
 * The engine's FEEL, which reads each cell of a table once and makes its built-in functions once, where the one that is
 * delivered does both at every look at a cell. What does not simply succeed is left to it, so that errors are the same.
 */
final class ParsedFeel extends ScalaFeelEngine {

    ParsedFeel() {
        super(java.util.List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new Parsed(functions, values);
    }

    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            var decisions = new DefaultDmnEngineConfiguration();
            decisions.setFeelEngineFactory(ParsedFeel::new);
            decisions.setCustomPostDecisionTableEvaluationListeners(java.util.List.of(new Rulings()));
            engine.setDmnEngineConfiguration(decisions);
        }
    }

    private static final class Parsed extends FeelEngine {

        /** The texts are those of deployed tables; many versions of them start again from nothing. */
        private static final int MOST = 10_000;

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();
        private final FeelInterpreter interpreter = new FeelInterpreter(valueMapper());
        private final FunctionProvider builtIn = new BuiltinFunctions(clock(), valueMapper());

        private Parsed(FunctionProvider functions, ValueMapper values) {
            super(functions, values, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return kept(expressions, text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return kept(tests, text, super::parseUnaryTests);
        }

        private static Either<Failure, ParsedExpression> kept(
                Map<String, Either<Failure, ParsedExpression>> known,
                String text,
                Function<String, Either<Failure, ParsedExpression>> parse) {
            if (known.size() >= MOST) {
                known.clear();
            }
            return known.computeIfAbsent(text, parse);
        }

        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context context) {
            var facts = EvalContext.create(valueMapper(), builtIn).merge(context);
            Val value;
            try {
                value = interpreter.eval(expression.expression(), facts);
            } catch (RuntimeException failed) {
                return super.evaluate(expression, context);
            }
            var complaints = facts.failureCollector().failures();
            return fails(value) || asserted(complaints)
                    ? super.evaluate(expression, context)
                    : new SuccessfulEvaluationResult(valueMapper().unpackVal(value), complaints);
        }

        private static boolean fails(Val value) {
            return value instanceof ValError || value instanceof ValFatalError;
        }

        private static boolean asserted(List<EvaluationFailure> complaints) {
            return complaints.exists(
                    complaint -> complaint.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$);
        }
    }
}
