package fr.ruche.workflow;

import fr.ruche.review.FeelReader;
import fr.ruche.review.Limits;
import fr.ruche.review.Review;
import fr.ruche.review.Reviewer;
import fr.ruche.review.Vocabulary;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What the gate says of models, for whoever wants to know it before deploying them. It reads and keeps nothing, and
 * never fails because of what a file holds.
 */
@Component
@EnableConfigurationProperties(Limits.class)
public class ModelReview {

    private final Supplier<Vocabulary> words;
    private final Supplier<Reviewer> reviewer;

    /** @param hosts to which a form may link by {@code https}, beyond the pages of Ruche */
    ModelReview(
            ModelVocabulary vocabulary,
            Limits limits,
            FeelReader feel,
            @Value("${ruche.models.link-hosts:}") Set<String> hosts) {
        this.words = SingletonSupplier.of(vocabulary::read);
        this.reviewer = SingletonSupplier.of(() -> new Reviewer(vocabulary(), limits, hosts, feel));
    }

    /**
     * Holds a bundle against everything that it has to be.
     *
     * @param bundle all that would be deployed together, as the engine knows it: content by bare file name
     */
    public Review review(Map<String, byte[]> bundle) {
        return reviewer.get().review(bundle);
    }

    /** Only what could do harm, in one file that was deployed without passing the gate of this version. */
    Review safety(String name, byte[] content) {
        return reviewer.get().safety(name, content);
    }

    /** All that models may name, made from the code. */
    public Vocabulary vocabulary() {
        return words.get();
    }
}
