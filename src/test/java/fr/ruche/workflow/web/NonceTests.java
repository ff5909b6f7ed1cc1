package fr.ruche.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many officers at once: each page of Tasklist carries the nonce that its own policy names, or it would stay blank. */
@IntegrationTest
class NonceTests {

    private static final int OFFICERS = 8;
    private static final int PAGES = 40;
    private static final Pattern NAMED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern CARRIED = Pattern.compile("nonce=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Test
    void noPageCarriesTheNonceOfAnother() throws Exception {
        var officer = new TestBrowser(port).signIn("technicien");
        var visits = Stream.<Callable<List<HttpResponse<String>>>>generate(() -> () -> visit(officer))
                .limit(OFFICERS)
                .toList();
        var pages = new ArrayList<HttpResponse<String>>();
        var threads = Executors.newFixedThreadPool(OFFICERS);
        try {
            for (var visit : threads.invokeAll(visits)) {
                pages.addAll(visit.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(pages).hasSize(OFFICERS * PAGES).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(found(CARRIED, page.body()))
                    .isNotEmpty()
                    .containsOnlyElementsOf(found(
                            NAMED,
                            page.headers().firstValue("Content-Security-Policy").orElseThrow()));
        });
    }

    private static List<HttpResponse<String>> visit(TestBrowser officer) {
        return Stream.generate(() -> officer.get("/camunda/app/tasklist/default/"))
                .limit(PAGES)
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
