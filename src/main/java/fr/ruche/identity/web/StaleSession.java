package fr.ruche.identity.web;

import fr.ruche.identity.SessionWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account has been disabled or changed since it signed in. */
final class StaleSession extends OncePerRequestFilter {

    private final SessionWatch watch;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    StaleSession(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && request.getSession(false) != null && !watch.stillHolds(session)) {
            end.logout(request, response, session);
        }
        chain.doFilter(request, response);
    }
}
