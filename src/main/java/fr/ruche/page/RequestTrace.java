package fr.ruche.page;

import fr.ruche.common.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its id: the one that a proxy in front has given it, else a new one. It is in every line of the
 * log, in the answer ({@code X-Request-Id}) and on the page of an error. What nobody foresaw is logged here, while the
 * id is known: the server itself logs it when the request has ended.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTrace extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);
    private static final String HEADER = "X-Request-Id";
    /** What may stand in a line of the log without being taken for another one. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private static final Pattern NUMBER = Pattern.compile("/dossiers/([A-Z0-9]{2,20}-\\d{4}-\\d{1,6})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = request.getAttribute(RequestTrace.class.getName());
        var id = before == null ? id(request.getHeader(HEADER)) : before.toString();
        request.setAttribute(RequestTrace.class.getName(), id);
        var number = NUMBER.matcher(request.getRequestURI());
        MDC.put(Trace.ID, id);
        if (number.find()) {
            MDC.put(Trace.DOSSIER, number.group(1));
        }
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            LOG.error("Unexpected failure {}", id, failure);
            throw failure;
        } finally {
            MDC.remove(Trace.ID);
            MDC.remove(Trace.DOSSIER);
        }
    }

    /** The page of an error is made by another pass through the filters, which keeps the id. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String id(@Nullable String given) {
        if (given != null && ID.matcher(given).matches()) {
            return given;
        }
        return Trace.fresh();
    }
}
