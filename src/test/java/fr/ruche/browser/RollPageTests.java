package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.workflow.Processes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The roll of a session on its page: called, changed, and too few for the quorum. */
@BrowserTest
class RollPageTests {

    @Autowired
    TestDossiers dossiers;

    @Autowired
    MarkingSessions given;

    @Autowired
    JurySessions sessions;

    @Autowired
    Processes processes;

    @Test
    void aRollIsCalledAndTheJuryIsConvokedAgain(Visitors visitors) {
        var session = given.uncalled(1);
        processes.answer(
                session.id().toString(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        var path = "/bureau/seances/" + session.id() + "/presences";
        var president = visitors.signedIn(MarkingSessions.PRESIDENT);
        var page = president.open(path);
        assertThat(page.locator(".tag--warn")).hasCount(2);
        president.fitsEveryScreen();

        page.locator("[id='member0.presence']").selectOption("SALLE");
        page.locator("[id='member0.at']").fill("bientôt");
        send(page, "Enregistrer les présences");
        assertThat(page.locator("#erreurs")).containsText("n’est pas une heure");
        assertThat(page.locator("[id='member0.presence']")).hasValue("SALLE");
        page.locator("[id='member0.at']").fill("");
        page.locator("[id='member1.presence']").selectOption("MANDAT");
        page.locator("[id='member1.mandatary']").selectOption("Ange Fictif, présidence");
        page.locator("[id='member2.presence']").selectOption("ABSENT");
        send(page, "Enregistrer les présences");
        assertThat(page.locator("main")).containsText("2 sur 2");
        assertThat(page.locator(".tag--good")).hasCount(1);
        assertThat(page.locator("section ol li")).hasCount(3);
        assertThat(page.locator("main")).not().containsText("Convoquer à nouveau");
        president.fitsEveryScreen();

        var manager = visitors.signedIn("gestionnaire");
        page = manager.open(path);
        send(page, "Convoquer à nouveau");
        assertThat(page.locator("#erreurs")).containsText("Le jour et l’heure de la nouvelle convocation");
        page.locator("#day").fill("03/03/2041");
        page.locator("#time").fill("14h30");
        manager.fitsEveryScreen();
        manager.screenshot("roll");
        send(page, "Convoquer à nouveau");
        assertThat(page.locator("main")).containsText("délibère sans condition de quorum");
        send(page, "Tous les titulaires en salle");
        assertThat(page.locator("section ol li")).hasCount(6);
        assertThat(sessions.get(session.id()).sitting()).isEqualTo(2);
        manager.screenshot("roll-second");
        page = manager.open("/bureau/seances/" + session.id() + "/proces-verbal");
        assertThat(page.locator("body")).containsText("Première convocation le ");
        manager.screenshot("roll-minutes");
        sessions.cancel(session.id(), "Fin du test", dossiers.manager());
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator("footer").waitFor();
    }
}
