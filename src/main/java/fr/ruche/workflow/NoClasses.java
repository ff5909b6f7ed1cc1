package fr.ruche.workflow;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** No model names a class, nor a shell or a mail task: what a model calls is a process action. */
final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("A model may not name a class: " + type.getName());
    }
}
