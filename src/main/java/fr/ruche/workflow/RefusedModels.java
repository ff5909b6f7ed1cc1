package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import fr.ruche.review.Finding;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A start that the gate refuses, told to the operator: what is wrong in which file, and how to mend it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedModels extends AbstractFailureAnalyzer<ModelRefused> {

    private static final int TOLD = 10;

    @Override
    protected FailureAnalysis analyze(Throwable root, ModelRefused refused) {
        var errors = refused.findings().stream().filter(Finding::refuses).toList();
        var told = errors.stream().limit(TOLD).map(Finding::told).collect(Collectors.joining(" "));
        return new FailureAnalysis(
                Sentences.of("model.refused", Integer.toString(errors.size()), told),
                Sentences.of("model.refused.cure"),
                refused);
    }
}
