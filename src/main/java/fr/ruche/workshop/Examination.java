package fr.ruche.workshop;

import fr.ruche.common.Fault;
import fr.ruche.programme.StatedCalls;
import fr.ruche.review.Finding;
import fr.ruche.review.Review;
import fr.ruche.review.Severity;
import fr.ruche.workflow.ModelReview;
import fr.ruche.workflow.Publications;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What speaks against the files of a version: the models as the gate sees them, and what comes into service beside. */
@Component
class Examination {

    /** The fault of a call whose process the bundle does not have. */
    private static final String NO_PROCESS = "MODEL";

    private final VersionTables tables;
    private final ModelReview models;
    private final Publications publications;
    private final StatedCalls calls;
    private final List<StatedFiles> stated;

    Examination(
            VersionTables tables,
            ModelReview models,
            Publications publications,
            StatedCalls calls,
            List<StatedFiles> stated) {
        this.tables = tables;
        this.models = models;
        this.publications = publications;
        this.calls = calls;
        this.stated = stated;
    }

    /**
     * @param models what the gate finds
     * @param beside what is wrong with parameters and letters; the field of each is its file
     */
    record Examined(Review models, List<Fault> beside) {

        /** All of it, as the gate tells it. */
        Review told() {
            return new Review(Stream.concat(
                            models.findings().stream(),
                            beside.stream()
                                    .map(fault -> new Finding(
                                            fault.field(), "", 0, fault.rule(), Severity.ERROR, fault.message(), "")))
                    .toList());
        }
    }

    /** @param programme code of the programme; @param files content by bare file name */
    Examined of(String programme, Map<String, byte[]> files) {
        var review = models.review(FileKind.models(files));
        var beside = new ArrayList<Fault>();
        beside.addAll(calls(programme, files, review));
        stated.forEach(one -> beside.addAll(one.faults(files)));
        return new Examined(review, List.copyOf(beside));
    }

    /**
     * Which processes there are is known of the diagrams that can be read; a call of another one may wait for its own.
     */
    private List<Fault> calls(String programme, Map<String, byte[]> files, Review review) {
        var readable = FileKind.models(files);
        review.errors().forEach(wrong -> readable.remove(wrong.file()));
        var faults = calls.faults(tables.contentsInService(programme), files, publications.keys(readable));
        return review.accepted()
                ? faults
                : faults.stream()
                        .filter(fault -> !fault.rule().equals(NO_PROCESS))
                        .toList();
    }
}
