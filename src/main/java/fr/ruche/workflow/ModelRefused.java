package fr.ruche.workflow;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.review.Finding;
import fr.ruche.review.Review;
import java.util.List;
import java.util.stream.Collectors;

/** Models that the gate does not let through. Nothing of them is deployed; everything that is wrong is listed. */
public class ModelRefused extends Rejected {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    ModelRefused(Review review) {
        super(review.errors().stream().map(ModelRefused::fault).toList());
        this.findings = review.findings();
    }

    /** A field is named as {@code file#element}. */
    private static Fault fault(Finding finding) {
        var field = finding.element().isEmpty() ? finding.file() : finding.file() + "#" + finding.element();
        return new Fault(field, finding.code(), finding.sentence() + " " + finding.remedy());
    }

    /** What refuses the models, and what would not have refused them alone. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String getMessage() {
        return findings.stream().filter(Finding::refuses).map(Finding::told).collect(Collectors.joining("\n"));
    }
}
