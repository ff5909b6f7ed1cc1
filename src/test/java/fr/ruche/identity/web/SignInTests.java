package fr.ruche.identity.web;

import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out, sessions, tokens and headers, over real HTTP. */
@IntegrationTest
class SignInTests {

    private static final Membership MANAGER = new Membership(Role.MANAGER, null);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts testAccounts;

    @Test
    void aPorteurComesToTheirDossiersAndAnOfficerToTheirDesk() {
        assertThat(location(new TestBrowser(port), "porteur")).endsWith("/porteur");
        assertThat(location(new TestBrowser(port), "technicien")).endsWith("/bureau");
    }

    @Test
    void whoWasSentToSignInComesBackToThePageTheyAskedFor() {
        var browser = new TestBrowser(port);
        browser.get("/camunda/app/tasklist/default/", "Accept", "text/html");
        assertThat(location(browser, "technicien")).contains("/camunda/app/tasklist/default/");
    }

    @Test
    void theSessionChangesItsNameAtSignIn() {
        var browser = new TestBrowser(port);
        browser.get("/connexion");
        var before = browser.cookie("JSESSIONID");
        browser.signIn("porteur");
        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void theCookieOfTheSessionIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = new TestBrowser(port)
                .get("/connexion")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void anUnknownAccountAndAWrongPasswordAreAnsweredAlike() {
        var unknown = new TestBrowser(port)
                .signIn("personne-" + UUID.randomUUID().toString().substring(0, 8), "x");
        var wrong = new TestBrowser(port).signIn(someone(), "not the password");
        assertThat(unknown.statusCode()).isEqualTo(302).isEqualTo(wrong.statusCode());
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/connexion?error"));
    }

    @Test
    void guessingIsSlowedDownOnThePage() {
        var name = someone();
        var browser = new TestBrowser(port);
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(browser.signIn(name, "guess " + attempt).statusCode()).isEqualTo(302);
        }
        var refused = browser.signIn(name, TestAccounts.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Trop d’essais de connexion", "name=\"password\"");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(new TestBrowser(port)
                        .signIn("porteur", TestAccounts.PASSWORD)
                        .statusCode())
                .as("somebody else at the same address")
                .isEqualTo(302);
    }

    @Test
    void guessingIsSlowedDownOnTheApiToo() {
        var name = someone();
        var browser = new TestBrowser(port);
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(browser.get("/engine-rest/task", basic(name, "guess " + attempt))
                            .statusCode())
                    .isEqualTo(401);
        }
        var refused = browser.get("/api/v1/dossiers", basic(name));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("Trop d’essais de connexion");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var browser = new TestBrowser(port);
        browser.get("/connexion");
        var answer = browser.form("/connexion", Map.of("username", "porteur", "password", TestAccounts.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionNeedsTheTokenOnTheApiAndAProgramDoesNot() {
        var browser = new TestBrowser(port).signIn("porteur");
        assertThat(browser.json("POST", "/api/v1/nowhere", "{}").statusCode()).isEqualTo(403);
        var token = browser.token("/connexion");
        assertThat(browser.json("POST", "/api/v1/nowhere", "{}", "X-CSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(new TestBrowser(port)
                        .json("POST", "/api/v1/nowhere", "{}", basic("porteur"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPasswordThatABrowserRemembersIsOfNoUseToAnotherSite() {
        var headers = new String[] {"Sec-Fetch-Site", "cross-site", basic("porteur")[0], basic("porteur")[1]};
        assertThat(new TestBrowser(port)
                        .json("POST", "/api/v1/nowhere", "{}", headers)
                        .statusCode())
                .isEqualTo(403);
        headers[2] = basic("admin")[0];
        headers[3] = basic("admin")[1];
        assertThat(new TestBrowser(port)
                        .json("POST", "/engine-rest/task/x/claim", "{}", headers)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theEngineKeepsItsOwnTokenForItsApplications() {
        var browser = new TestBrowser(port).signIn("admin");
        browser.get("/camunda/app/tasklist/default/");
        var address = "/camunda/api/engine/engine/default/task/count";
        assertThat(browser.json("POST", address, "{}", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.json("POST", address, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        var browser = new TestBrowser(port).signIn("technicien");
        browser.get("/camunda/app/tasklist/default/");
        var out = browser.form("/deconnexion", Map.of("_csrf", browser.token("/connexion")));
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task?maxResults=1")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/bureau").statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutOfTasklistSignsOutOfRuche() {
        var browser = new TestBrowser(port).signIn("technicien");
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/bureau").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionEndsWhenItsAccountIsDisabledOrChanged() {
        var disabled = someone();
        var browser = new TestBrowser(port).signIn(disabled);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        accounts.disable(disabled);
        assertThat(browser.get("/camunda/api/engine/engine/default/task?maxResults=1")
                        .statusCode())
                .isEqualTo(401);

        var demoted = someone();
        var other = new TestBrowser(port).signIn(demoted);
        accounts.update(demoted, "x", "x@exemple.invalid", Set.of(new Membership(Role.HOLDER, null)));
        assertThat(other.get("/bureau/x").statusCode()).isEqualTo(302);
        assertThat(other.signIn(demoted).get("/bureau/x").statusCode()).isEqualTo(403);
    }

    @Test
    void ourPagesTellTheBrowserWhatNotToDo() {
        var headers = new TestBrowser(port).get("/connexion").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self';"
                        + " object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("only over TLS")
                .isEmpty();
    }

    @Test
    void theApplicationsOfTheEngineHaveATightPolicyOfTheirOwn() {
        var policies = new TestBrowser(port)
                .signIn("technicien")
                .get("/camunda/app/tasklist/default/")
                .headers()
                .allValues("Content-Security-Policy");
        assertThat(policies)
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self' 'nonce-", "allow-popups-to-escape-sandbox")
                        .doesNotContain("unsafe-eval", "strict-dynamic"));
    }

    private static String location(TestBrowser browser, String username) {
        return browser.signIn(username, TestAccounts.PASSWORD)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String someone() {
        var name = "b" + UUID.randomUUID().toString().substring(0, 12);
        testAccounts.ensure(name, MANAGER);
        return name;
    }
}
