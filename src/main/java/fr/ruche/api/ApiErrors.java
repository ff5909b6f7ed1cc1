package fr.ruche.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every failure below {@code /api/} with a {@link Problem}. A resolver and not a controller advice, because it
 * goes by the address: pages keep their own way of saying no, and an address that no controller knows is told too.
 */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ObjectMapper json;

    ApiErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        var forSecurity = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        if (forSecurity || !ofTheApi(request) || response.isCommitted()) {
            return null;
        }
        if (failure instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", wrong.getSupportedMethods()));
        }
        write(response, problem(failure).at(request.getRequestURI()));
        return new ModelAndView();
    }

    private static boolean ofTheApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static Problem problem(Exception failure) {
        var known = Problems.of(failure);
        if (known != null) {
            return known;
        }
        var id = Trace.known();
        LOG.error("Unexpected failure {}", id, failure);
        return Problems.unexpected(id);
    }

    private void write(HttpServletResponse response, Problem problem) {
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
