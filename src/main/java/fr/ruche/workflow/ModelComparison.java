package fr.ruche.workflow;

import fr.ruche.review.ComparedTable;
import fr.ruche.review.Comparison;
import fr.ruche.review.Difference;
import fr.ruche.review.Limits;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Says what changes between two bundles, in the words of the vocabulary; it reads and keeps nothing. */
@Component
public class ModelComparison {

    private final Supplier<Comparison> comparison;

    ModelComparison(ModelReview models, Limits limits) {
        this.comparison = SingletonSupplier.of(() -> new Comparison(models.vocabulary(), limits));
    }

    /** As {@link Comparison#differences}. */
    public List<Difference> differences(Map<String, byte[]> before, Map<String, byte[]> after) {
        return comparison.get().differences(before, after);
    }

    /** As {@link Comparison#tables}. */
    public List<ComparedTable> tables(Map<String, byte[]> before, Map<String, byte[]> after) {
        return comparison.get().tables(before, after);
    }

    /** As {@link Comparison#condition}. */
    public String condition(String written) {
        return comparison.get().condition(written);
    }

    /** What the vocabulary calls a fact. */
    public String fact(String name) {
        return comparison.get().fact(name);
    }
}
