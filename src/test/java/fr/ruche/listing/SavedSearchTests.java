package fr.ruche.listing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SavedSearchTests {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    String name = "";
    ApiClient mine = ApiClient.as("", 0);
    ApiClient theirs = mine;

    /** Whoever begins with a search of theirs would change what other tests see. */
    @BeforeEach
    void twoAccountsOfThisTest() {
        name = "chercheur-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.ensure(name, new Membership(Role.CONFORMITY_OFFICER, "246200364"));
        accounts.ensure(name + "-2", new Membership(Role.CONFORMITY_OFFICER, "246200364"));
        mine = ApiClient.as(name, port);
        theirs = ApiClient.as(name + "-2", port);
    }

    @Test
    void aSearchBelongsToOnePerson() {
        var id = mine.post("/saved-searches", search("Mes retards", "due=LATE&sort=DUE", false))
                .json()
                .path("id")
                .asText();

        assertThat(mine.get("/saved-searches").text()).contains(id, "due=LATE&sort=DUE");
        assertThat(theirs.get("/saved-searches").json()).isEmpty();
        assertThat(theirs.put("/saved-searches/" + id, "{\"name\":\"Volée\",\"usual\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(theirs.delete("/saved-searches/" + id).status()).isEqualTo(404);
        var browser = new TestBrowser(port).signIn(name + "-2");
        assertThat(browser.get("/bureau/recherches/" + id).statusCode()).isEqualTo(404);
        assertThat(browser.get("/bureau/recherches").body()).doesNotContain("Mes retards");

        assertThat(mine.put("/saved-searches/" + id, "{\"name\":\"Les retards\",\"usual\":false}")
                        .text())
                .contains("Les retards");
        assertThat(mine.delete("/saved-searches/" + id).status()).isEqualTo(204);
        assertThat(mine.get("/saved-searches").json()).isEmpty();
    }

    @Test
    void oneBeginsWithOneSearchAtMost() {
        var list = new TestBrowser(port).signIn(name);
        mine.post("/saved-searches", search("A", "due=LATE", true));
        mine.post("/saved-searches", search("B", "due=WEEK", true));

        assertThat(mine.get("/saved-searches").json().findValuesAsText("usual")).containsExactly("false", "true");
        var answer = list.get("/bureau/dossiers");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/bureau/dossiers?due=WEEK&sort=NUMBER_DESC");
        assertThat(list.get("/bureau/dossiers?sort=NUMBER_DESC").statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        mine.post("/saved-searches", search("Prise", "", false));

        assertThat(mine.post("/saved-searches", search("PRISE", "", false)).faults())
                .containsExactly("name:TAKEN");
        assertThat(mine.post("/saved-searches", search(" ", "", false)).faults())
                .containsExactly("name:REQUIRED");
        assertThat(mine.post("/saved-searches", search("a".repeat(81), "", false))
                        .faults())
                .containsExactly("name:LENGTH");
        assertThat(mine.post("/saved-searches", search("a\\u0000", "", false)).faults())
                .containsExactly("name:CHARACTERS");
        assertThat(mine.post("/saved-searches", search("Fausse", "status=X", false))
                        .faults())
                .containsExactly("status:CHOICE");
        assertThat(theirs.post("/saved-searches", search("Prise", "", false)).status())
                .isEqualTo(201);
    }

    @Test
    void columnsAreOnesOwnAndTheUsualOnesComeBack() {
        assertThat(mine.put("/list-columns", "{\"columns\":[\"REQUESTED\",\"COMMUNE\"]}")
                        .text())
                .contains("[\"COMMUNE\",\"REQUESTED\"]");
        assertThat(theirs.get("/list-columns").text()).contains("ORGANISATION").doesNotContain("COMMUNE");
        assertThat(mine.get("/dossiers.csv?q=rien").text()).contains("Numéro;Projet;Commune;Demande");
        assertThat(mine.put("/list-columns", "{\"columns\":[\"AUTRE\"]}").faults())
                .containsExactly("columns:CHOICE");
        assertThat(mine.put("/list-columns", "{\"columns\":[]}").text()).contains("ORGANISATION");
    }

    private static String search(String name, String query, boolean usual) {
        return "{\"name\":\"" + name + "\",\"query\":\"" + query + "\",\"usual\":" + usual + "}";
    }
}
