package fr.ruche.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A call of the engine's REST API that never asks for everything. The engine refuses a query without a bound; a client
 * that gives none is given the largest one that is allowed, instead of an error it would not expect.
 */
final class BoundedQuery extends HttpServletRequestWrapper {

    private static final String BOUND = "maxResults";
    private static final int LARGEST = 2000;

    BoundedQuery(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getQueryString() {
        var given = super.getQueryString();
        if (bounded(given)) {
            return given;
        }
        return (given == null || given.isEmpty() ? "" : given + "&") + BOUND + "=" + LARGEST;
    }

    private static boolean bounded(@Nullable String query) {
        return query != null && ("&" + query).contains("&" + BOUND + "=");
    }
}
