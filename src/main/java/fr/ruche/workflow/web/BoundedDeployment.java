package fr.ruche.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** A deployment says how long it is, and is no longer than models may be. */
final class BoundedDeployment extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long longest;

    BoundedDeployment(long longest) {
        this.longest = longest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var address = request.getServletPath() + request.getPathInfo(); // decoded, as the engine's servlet reads it
        return !request.getMethod().equals("POST") || !address.contains("/deployment/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length < 0) {
            refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, Sentences.of("model.length"));
        } else if (length > longest) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    Sentences.of("model.large", Long.toString(longest)));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** As the engine's own API says no. */
    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(Map.of("type", "InvalidRequestException", "message", sentence)));
    }
}
