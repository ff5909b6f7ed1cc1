package fr.ruche.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** How a door that programs use says no: {@code application/problem+json}, in French. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    SecurityProblems(ObjectMapper json) {
        this.json = json;
    }

    private record Problem(
            String type, String title, int status, String detail, String instance, List<String> errors) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts tooMany) {
            response.setHeader("Retry-After", Long.toString(tooMany.pause().toSeconds()));
            write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "trop-d-essais",
                    Sentences.of("problem.tooMany"),
                    tooMany.french());
            return;
        }
        if (request.getHeader("Sec-Fetch-Site") == null) { // a browser would open its own box over our page
            response.setHeader("WWW-Authenticate", "Basic realm=\"Ruche\", charset=\"UTF-8\"");
        }
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "non-connecte",
                Sentences.of("problem.signIn"),
                Sentences.of("problem.signIn.text"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "interdit",
                Sentences.of("problem.forbidden"),
                Sentences.of("problem.forbidden.text"));
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String kind,
            String title,
            String detail)
            throws IOException {
        var problem = new Problem(
                "urn:ruche:probleme:" + kind, title, status.value(), detail, request.getRequestURI(), List.of());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
