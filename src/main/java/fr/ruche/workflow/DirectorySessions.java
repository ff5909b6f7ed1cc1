package fr.ruche.workflow;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts our directory in the place of the engine's tables of users. Being read-only, it also leaves the engine no way to
 * create a user (CVE-2026-77226).
 */
final class DirectorySessions implements SessionFactory {

    private final ObjectProvider<Directory> directory;

    DirectorySessions(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new DirectorySession(directory.getObject());
    }
}
