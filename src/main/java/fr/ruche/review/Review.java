package fr.ruche.review;

import java.util.List;

/**
 * What was found in a bundle.
 *
 * @param findings all of them, by file and line
 */
public record Review(List<Finding> findings) {

    public Review {
        findings = List.copyOf(findings);
    }

    /** Whether the bundle may be deployed. */
    public boolean accepted() {
        return findings.stream().noneMatch(Finding::refuses);
    }

    /** Those that refuse it. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::refuses).toList();
    }
}
