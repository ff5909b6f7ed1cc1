package fr.ruche.workflow.web;

import fr.ruche.workflow.Directory;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Signs the officer of our session on to the engine's applications. */
final class WebappSignOn extends ContainerBasedAuthenticationFilter {

    private final transient Directory directory;

    WebappSignOn(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void init(FilterConfig unused) {
        authenticationProvider = new ContainerBasedAuthenticationProvider() {
            @Override
            public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
                return EngineCaller.current(directory)
                        .map(WebappSignOn::of)
                        .orElseGet(AuthenticationResult::unsuccessful);
            }
        };
    }

    private static AuthenticationResult of(EngineCaller caller) {
        var result = new AuthenticationResult(caller.id(), true);
        result.setGroups(caller.groups());
        result.setTenants(List.of());
        return result;
    }
}
