package fr.ruche;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP like a browser that keeps its cookies and follows no redirect by itself. */
public final class TestBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String home;

    public TestBrowser(int port) {
        home = "http://127.0.0.1:" + port;
    }

    /** Signs in on our page. */
    public TestBrowser signIn(String username) {
        signIn(username, TestAccounts.PASSWORD);
        return this;
    }

    public HttpResponse<String> signIn(String username, String password) {
        var token = token("/connexion");
        return form("/connexion", Map.of("username", username, "password", password, "_csrf", token));
    }

    /** The anti-forgery token of the form on this page. */
    public String token(String page) {
        var found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("no form on " + page);
        }
        return found.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(path, "GET", null, headers);
    }

    /** An answer that goes on, line by line. */
    public Lines stream(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home + path)).build();
        return new Lines(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** What a server goes on to say. */
    public static final class Lines implements AutoCloseable {

        private final HttpResponse<InputStream> answer;
        private final BufferedReader reader;

        private Lines(HttpResponse<InputStream> answer) {
            this.answer = answer;
            this.reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        public HttpHeaders headers() {
            return answer.headers();
        }

        /** The rest of the next line that begins so; waits for it. */
        public String next(String beginning) throws IOException {
            var line = reader.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = reader.readLine();
            }
            return line == null ? "" : line.substring(beginning.length()).strip();
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, "POST", body, with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(path, method, body, with(headers, "Content-Type", "application/json"));
    }

    /** The value of a cookie, or an empty text. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public HttpResponse<String> send(String path, String method, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The header of HTTP Basic for a test account. */
    public static String[] basic(String username) {
        return basic(username, TestAccounts.PASSWORD);
    }

    public static String[] basic(String username, String password) {
        var both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {
            "Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(both)
        };
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
