package fr.ruche.workshop;

import fr.ruche.common.Forbidden;
import fr.ruche.identity.Actor;
import fr.ruche.review.Review;
import fr.ruche.review.Vocabulary;
import fr.ruche.workflow.ModelReview;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What modellers, managers and administrators may ask about models. Nothing here deploys anything. */
@Service
public class Workshop {

    private final ModelReview models;

    Workshop(ModelReview models) {
        this.models = models;
    }

    /**
     * All that a model may name.
     *
     * @throws Forbidden for everybody else
     */
    public Vocabulary vocabulary(Actor by) {
        Door.mayRead(by);
        return models.vocabulary();
    }

    /**
     * What the gate would say of a bundle.
     *
     * @param bundle all that would be deployed together: content by bare file name
     * @throws Forbidden for everybody else
     */
    public Review review(Map<String, byte[]> bundle, Actor by) {
        Door.mayRead(by);
        return models.review(bundle);
    }
}
