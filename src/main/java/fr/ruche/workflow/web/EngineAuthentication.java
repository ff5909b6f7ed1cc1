package fr.ruche.workflow.web;

import fr.ruche.workflow.Directory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls its REST API: without it the engine checks no authorization at all. */
final class EngineAuthentication extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Directory directory;

    EngineAuthentication(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = EngineCaller.current(directory);
        if (caller.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        identity.setAuthentication(caller.get().id(), caller.get().groups());
        try {
            chain.doFilter(new BoundedQuery(request), response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
