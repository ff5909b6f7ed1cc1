package fr.ruche.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An officer's program that answers tasks through the engine's own REST API. */
class Officer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String credentials;

    Officer(String username, int port) {
        this.base = "http://127.0.0.1:" + port + "/engine-rest";
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((username + ":demonstration").getBytes(StandardCharsets.UTF_8));
    }

    /** The open tasks of a dossier that this officer may see. */
    JsonNode tasks(String dossier) throws IOException {
        return JSON.readTree(
                send(request("/task?processInstanceBusinessKey=" + dossier).GET())
                        .body());
    }

    /** Submits the form of the open task; the HTTP status. */
    int answer(String dossier, Map<String, String> fields) throws IOException {
        var variables = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        var body = JSON.writeValueAsString(Map.of("variables", variables));
        var task = tasks(dossier).path(0).path("id").asText("none");
        return send(request("/task/" + task + "/submit-form")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", credentials);
    }

    private java.net.http.HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
