package fr.ruche.workflow;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.review.Review;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whoever deploys a model runs code. The gate sees every deployment before the engine reads anything of it, whatever
 * door it came through, and asks two things: is the model one of ours ({@link ModelReview}), and is it published by the
 * program. A model that was deployed long ago, or written into the database, is looked at again when the engine reads
 * it, for what could do harm.
 */
@Component
class DeploymentGate implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentGate.class);

    private final ModelReview models;
    private final boolean direct;
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    /** @param direct whether who may deploy by the engine's own doors may do so without the program */
    DeploymentGate(ModelReview models, @Value("${ruche.models.direct-deployment:false}") boolean direct) {
        this.models = models;
        this.direct = direct;
    }

    /** Publishes the deployments of this thread while the action runs; they are reviewed like any other. */
    void open(Runnable deployment) {
        open.set(true);
        try {
            deployment.run();
        } finally {
            open.remove();
        }
    }

    /**
     * @throws ModelRefused when the models are not what they have to be
     * @throws Forbidden when they are, but nobody has published them
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            enter(content(deployment));
        } else {
            content(deployment).forEach((name, bytes) -> check(models.safety(name, bytes)));
        }
    }

    private void enter(Map<String, byte[]> bundle) {
        var review = models.review(bundle);
        check(review);
        if (!direct && !open.get()) {
            throw new Forbidden(Sentences.of("model.gate"));
        }
        if (Play.current().isEmpty()) {
            review.findings().forEach(warning -> LOG.warn(warning.told()));
        }
    }

    private static void check(Review review) {
        if (!review.accepted()) {
            throw new ModelRefused(review);
        }
    }

    private static Map<String, byte[]> content(DeploymentEntity deployment) {
        var content = new LinkedHashMap<String, byte[]>();
        for (Resource resource : deployment.getResources().values()) {
            content.put(resource.getName(), resource.getBytes());
        }
        return content;
    }
}
