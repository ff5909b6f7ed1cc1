package fr.ruche.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** A start that failed, in one line: what is wrong and what to do. */
class OneLineReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println(
                ("Ruche ne peut pas démarrer. " + analysis.getDescription() + action).replaceAll("\\s+", " "));
    }
}
