package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.TestDossiers;
import fr.ruche.consultation.AskedDepartement;
import fr.ruche.dossier.Dossiers;
import fr.ruche.workflow.AnotherVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that nobody coded answers in Tasklist, and the instructor reads it. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationPageTests {

    @Autowired
    AnotherVersion versions;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    private AnotherVersion.@Nullable Deployed deployed;

    @BeforeAll
    void askTheDepartement() {
        deployed = AskedDepartement.deploy(versions);
    }

    @AfterAll
    void takeAway() {
        versions.takeAway(Objects.requireNonNull(deployed));
    }

    @Test
    void theServiceAnswersInTasklistAndTheInstructorReadsIt(Visitors visitors) {
        var number = given.complete();
        var service = visitors.signedIn("departement");
        var home = service.open("/bureau/mes-taches");
        assertThat(home.locator("main")).containsText(number.value());
        service.open("/bureau/dossiers/" + number);
        assertThat(service.page().locator("#synthese")).isVisible();
        assertThat(service.page().locator("#historique")).hasCount(0);
        service.fitsEveryScreen();

        var tasklist = Tasklist.take(service, number.value()).choose("Avec réserves");
        tasklist.type("Vos réserves", "Associer le collège voisin.")
                .choose("Le Département cofinance")
                .choose("Insertion");
        service.screenshot("consultation-formulaire");
        tasklist.complete();
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_instruct");

        var officer = visitors.signedIn("instructeur");
        var page = officer.open("/bureau/dossiers/" + number);
        assertThat(page.locator("#avis")).containsText("Avis du Département");
        assertThat(page.locator("#avis")).containsText("Associer le collège voisin.");
        assertThat(page.locator("#historique")).containsText("Avis du Département : avis réservé.");
        page.locator("#avis").scrollIntoViewIfNeeded();
        officer.screenshot("consultation-dossier");
        officer.fitsEveryScreen();
        var instruct = Tasklist.take(officer, number.value()).form();
        assertThat(instruct).containsText("Avis des services consultés");
        assertThat(instruct).containsText("Vos réserves : Associer le collège voisin.");
        officer.screenshot("consultation-instruction");
        assertThat(officer.complaints()).isEmpty();
        assertThat(service.complaints()).isEmpty();
    }
}
