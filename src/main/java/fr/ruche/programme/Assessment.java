package fr.ruche.programme;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a call say of a project.
 *
 * @param route null when the project is not admissible
 * @param failures every failing rule, in the stated order of evaluation
 * @param localCofinancingRate share of local authorities in percent, rounded for display only; null without a budget
 * @param maximumGrant largest grant that the rules allow, euros
 * @param rulesVersion the deployed version of the decision tables that were used
 * @param callVersion the version of the call's parameters that were used
 */
public record Assessment(
        Verdict verdict,
        @Nullable Route route,
        List<Failure> failures,
        @Nullable BigDecimal localCofinancingRate,
        BigDecimal maximumGrant,
        boolean conventionRequired,
        int rulesVersion,
        int callVersion) {

    /** @param source the line of the document from which the rule comes, such as {@code 001 l.185} */
    public record Failure(String rule, String message, String found, String required, String source) {}

    public boolean admissible() {
        return verdict == Verdict.RECEVABLE || verdict == Verdict.RECEVABLE_ECRETE;
    }
}
