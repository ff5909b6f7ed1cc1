package fr.ruche.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What whoever asks for an address that cannot be read is told: a page, or a problem to a program. Nothing of ours that
 * makes pages has run yet.
 */
@Component
class UnreadableAddress {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z.]+)}");

    private final ObjectMapper json;
    private final byte[] page;

    UnreadableAddress(ObjectMapper json) throws IOException {
        this.json = json;
        var template = new ClassPathResource("unreadable-address.html", UnreadableAddress.class)
                .getContentAsString(StandardCharsets.UTF_8);
        this.page = NAME.matcher(template)
                .replaceAll(name -> Sentences.of(name.group(1)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Problem(String type, String title, int status, String detail, List<String> errors) {}

    /** @param path as far as it was read; null when nothing of it was */
    void tell(@Nullable String path, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        var program = path != null && (path.startsWith("/api/") || path.startsWith("/engine-rest/"));
        response.setContentType(
                program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=utf-8");
        response.getOutputStream().write(program ? problem() : page);
    }

    private byte[] problem() throws IOException {
        return json.writeValueAsBytes(new Problem(
                "urn:ruche:probleme:adresse-illisible",
                Sentences.of("address.title"),
                HttpServletResponse.SC_BAD_REQUEST,
                Sentences.of("address.text"),
                List.of()));
    }
}
