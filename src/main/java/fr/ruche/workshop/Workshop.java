package fr.ruche.workshop;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.review.Review;
import fr.ruche.review.Vocabulary;
import fr.ruche.workflow.ModelReview;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What modellers, managers and administrators may ask about models. Nothing here deploys anything. */
@Service
public class Workshop {

    private static final Set<Role> OPEN_TO = Set.of(Role.MODELLER, Role.MANAGER, Role.ADMINISTRATOR);

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
        mustEnter(by);
        return models.vocabulary();
    }

    /**
     * What the gate would say of a bundle.
     *
     * @param bundle all that would be deployed together: content by bare file name
     * @throws Forbidden for everybody else
     */
    public Review review(Map<String, byte[]> bundle, Actor by) {
        mustEnter(by);
        return models.review(bundle);
    }

    private static void mustEnter(Actor by) {
        if (OPEN_TO.stream().noneMatch(by::is)) {
            throw new Forbidden(Sentences.of("workshop.forbidden"));
        }
    }
}
