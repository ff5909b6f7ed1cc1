package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedFeelTests {

    private final FeelEngine ours = new ParsedFeel();
    private final FeelEngine delivered = new ScalaFeelEngine(List.of());

    private static VariableContext facts(Object cost) {
        return Variables.createVariables()
                .putValue("cost", cost)
                .putValue("call", Map.of("floor", 2000, "themes", List.of("T1", "T2")))
                .asVariableContext();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost * 0.3",
                "call.floor + 1",
                "if cost > call.floor then \"yes\" else \"no\"",
                "list contains(call.themes, \"T2\")",
                "unknown",
                "unknown + 1",
                "round half up(cost / 7, 2)",
                "date and time(\"2015-01-24T00:00:00@Europe/Paris\") < now()",
                "string(cost)",
                "assert(cost, cost > 0)"
            })
    void anExpressionHasTheSameValueAtEveryLook(String expression) {
        var expected = (Object) delivered.evaluateSimpleExpression(expression, facts(150_000));
        assertThat((Object) ours.evaluateSimpleExpression(expression, facts(150_000)))
                .isEqualTo(expected);
        assertThat((Object) ours.evaluateSimpleExpression(expression, facts(150_000)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 1000", "[1..200000]", "-", "not(150000)", "< call.floor", "\"text\"", "null"})
    void aCellHoldsOrNotAtEveryLook(String cell) {
        for (var cost : new Object[] {150_000, 3, null}) {
            var expected = delivered.evaluateSimpleUnaryTests(cell, "cost", facts(cost));
            assertThat(ours.evaluateSimpleUnaryTests(cell, "cost", facts(cost))).isEqualTo(expected);
        }
    }

    @Test
    void theSameCellIsHeldAgainstOtherFacts() {
        assertThat(ours.evaluateSimpleUnaryTests("> 1000", "cost", facts(1001))).isTrue();
        assertThat(ours.evaluateSimpleUnaryTests("> 1000", "cost", facts(1000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost >", "assert(cost, cost < 0)", "function(x) external { java: { class: \"a\" } }"})
    void whatCannotBeEvaluatedIsRefusedInTheSameWords(String expression) {
        var expected = catchThrowable(() -> delivered.evaluateSimpleExpression(expression, facts(1)));
        assertThat(expected).isNotNull();
        for (var look = 0; look < 2; look++) {
            assertThatThrownBy(() -> ours.evaluateSimpleExpression(expression, facts(1)))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
        }
    }
}
