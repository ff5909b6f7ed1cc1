package fr.ruche.workflow;

import fr.ruche.review.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/**
 * A refusal as the engine's own doors tell it: 400, and for each file its problems with their elements, which Camunda
 * Modeler shows where they are.
 */
final class ModelProblems extends ParseException {

    private static final long serialVersionUID = 1;

    ModelProblems(ModelRefused refused) {
        super(refused.getMessage(), "", List.of(), List.of());
        resorceReports.clear();
        refused.findings().stream()
                .collect(Collectors.groupingBy(Finding::file))
                .forEach((file, findings) -> resorceReports.add(new ResourceReportImpl(
                        file,
                        problems(findings.stream().filter(Finding::refuses).toList()),
                        problems(findings.stream()
                                .filter(finding -> !finding.refuses())
                                .toList()))));
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().<Problem>map(Told::new).toList();
    }

    private record Told(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.code() + " : " + finding.sentence() + " " + finding.remedy();
        }

        @Override
        public int getLine() {
            return finding.line();
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return finding.element();
        }

        @Override
        public List<String> getElementIds() {
            return finding.element().isEmpty() ? List.of() : List.of(finding.element());
        }
    }
}
