package fr.ruche.workflow;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Whoever deploys a model runs code. The gate sees every new deployment, whatever door it came through, and is open
 * only while the program deploys its own models.
 */
@Component
final class DeploymentGate implements Deployer {

    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    /** Lets the deployments of this thread through while the action runs. */
    void open(Runnable deployment) {
        open.set(true);
        try {
            deployment.run();
        } finally {
            open.remove();
        }
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew() && !open.get()) {
            throw new AuthorizationException("Models are deployed by the program's own start, and by nobody else.");
        }
    }
}
