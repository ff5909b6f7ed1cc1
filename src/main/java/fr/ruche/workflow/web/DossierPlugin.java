package fr.ruche.workflow.web;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * Shows the dossier behind each task in Tasklist: on its card, and in a tab beside its form. Found by Tasklist through
 * {@code META-INF/services}; its script and its style are in {@code plugin-webapp/dossier/app}.
 */
public final class DossierPlugin extends AbstractTasklistPlugin {

    private static final String ID = "dossier";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Files.class);
    }

    /** Serves {@code plugin.js} and {@code plugin.css}; without it Tasklist stays blank. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractTasklistPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
