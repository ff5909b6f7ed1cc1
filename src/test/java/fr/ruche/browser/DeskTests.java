package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What managers and officers do on the pages of the desk, one story each, refusals included. */
@BrowserTest
class DeskTests {

    private static final String CONVENE = "/bureau/gestion/seances/nouvelle";

    @Autowired
    TestDossiers dossiers;

    @Autowired
    Dossiers stored;

    @Autowired
    Envelopes envelopes;

    @Test
    void aSessionIsConvenedOnceAndNothingTypedIsLostWhenItIsRefused(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(CONVENE);
        assertThat(field(page, "follow")).isChecked();
        field(page, "follow").uncheck();
        fillSession(page, "25 heures");
        field(page, "member1.username").fill("inconnu");
        button(page, "Convoquer la séance").click();
        assertThat(summary(page)).containsText("« 25 heures » n’est pas une heure");
        assertThat(field(page, "time")).hasValue("25 heures");
        assertThat(field(page, "member0.name")).hasValue("Alix Exemple");
        manager.fitsEveryScreen();

        field(page, "time").fill("9h05");
        button(page, "Convoquer la séance").click();
        assertThat(summary(page)).containsText("Il n’y a pas de compte « inconnu »");
        field(page, "member1.username").fill("jure-interco");
        button(page, "Convoquer la séance").click();
        assertThat(page.locator("main")).containsText("Séance convoquée");
        assertThat(page.locator("main")).containsText("14 mai 2031 à 09\u00a0h\u00a005");

        var again = manager.open(CONVENE);
        field(again, "follow").uncheck();
        fillSession(again, "09:05");
        button(again, "Convoquer la séance").click();
        assertThat(summary(again)).containsText("Ce jury est déjà convoqué");
        assertThat(field(again, "place")).hasValue("Lens, salle fictive");
    }

    @Test
    void anAgendaIsBuiltAndMendedFromItsSession(Visitors visitors) {
        var number = dossiers.instructed().value();
        var session = dossiers.session(TestDossiers.TERRITORY);
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/seances/" + session.id());
        var late = visitors.signedIn("gestionnaire").open("/bureau/seances/" + session.id());

        button(page, "Inscrire à l’ordre du jour").click();
        assertThat(summary(page)).containsText("Choisissez le dossier à inscrire");
        field(page, "dossier").selectOption(number);
        button(page, "Inscrire à l’ordre du jour").click();
        assertThat(page.locator("main")).containsText("Dossier inscrit à l’ordre du jour");

        field(late, "dossier").selectOption(number);
        button(late, "Inscrire à l’ordre du jour").click();
        assertThat(summary(late)).containsText("Le dossier " + number + " est déjà à l’ordre du jour d’une séance.");

        button(page, "Retirer ce dossier de l’ordre du jour").click();
        assertThat(summary(page)).containsText("Le motif du retrait de l’ordre du jour est obligatoire");
        manager.fitsEveryScreen();
        field(page, "motive").fill("Le porteur est absent");
        button(page, "Retirer ce dossier de l’ordre du jour").click();
        assertThat(page.locator("main")).containsText("Dossier retiré de l’ordre du jour");
        assertThat(stored.get(new DossierNumber(number)).step()).isEqualTo("event_putOnAgenda");
    }

    @Test
    void theMinutesAreADocumentToReadAndToPrint(Visitors visitors) {
        var number = dossiers.onAgenda();
        dossiers.answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "FAVORABLE", "grantedOperating", "5 000,00", "juryReason", "Utile."));
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        page.locator("#avis a").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projet de procès-verbal"))
                .click();

        assertThat(page.locator("h1")).hasText("Procès-verbal de la séance du jury");
        assertThat(page.locator("tbody").nth(1)).containsText("Avis favorable");
        assertThat(page.locator("tfoot")).containsText("5\u202f000,00\u00a0€");
        assertThat(page.locator("main")).containsText("Projet, non approuvé");
        manager.fitsEveryScreen();
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void anEnvelopeIsChangedWithItsReasonAndNeverBelowWhatIsCommitted(Visitors visitors) {
        dossiers.judged();
        var before = envelopes.of(TestDossiers.CALL).stream()
                .filter(e -> e.jury().equals(TestDossiers.TERRITORY) && e.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/enveloppes/" + TestDossiers.CALL);
        field(page, "amount").fill("beaucoup");
        button(page, "Enregistrer").click();
        assertThat(summary(page).locator("li")).containsText(new String[] {
            "Choisissez l’enveloppe", "Donnez la raison", "« beaucoup » n’est pas un montant"
        });
        manager.fitsEveryScreen();

        field(page, "envelope").selectOption(before.id() + " " + before.amount());
        field(page, "amount").fill("1,00");
        field(page, "reason").fill("Vote du budget");
        button(page, "Enregistrer").click();
        assertThat(summary(page)).containsText("ne peut pas être inférieur à ce qui est déjà engagé");
        assertThat(field(page, "reason")).hasValue("Vote du budget");

        var more = before.amount().add(new BigDecimal("1234.50"));
        field(page, "amount").fill(more.toPlainString().replace('.', ','));
        button(page, "Enregistrer").click();
        assertThat(page.locator("main")).containsText("Enveloppe modifiée");
        assertThat(envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING))
                .isEqualTo(more.subtract(before.committed()));

        field(page, "envelope").selectOption(before.id() + " " + more);
        field(page, "amount").fill("500000");
        field(page, "reason").fill("Sans voir ce que fait une collègue");
        envelopes.changeAmount(before.id(), more, before.amount(), "Une collègue", dossiers.manager());
        button(page, "Enregistrer").click();
        assertThat(summary(page)).containsText("Cette enveloppe a changé entre-temps");
        assertThat(field(page, "reason")).hasValue("Sans voir ce que fait une collègue");
    }

    @Test
    void aListOfNeighbourhoodsIsImportedWholeOrNotAtAll(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/quartiers");
        var good = "QN06299,Quartier de l’essai,QPV,62498,2024-01-01,\n";
        upload(page, good + "QN06298,Autre,QPV,99999,31/02/2024,\n", StandardCharsets.UTF_8);
        assertThat(summary(page)).containsText("Ligne 3 : la commune « 99999 » n’existe pas");
        assertThat(summary(page)).containsText("Ligne 3 : « 31/02/2024 » n’est pas une date");
        manager.fitsEveryScreen();
        upload(page, good, Charset.forName("windows-1252"));
        assertThat(summary(page)).containsText("n’est pas en UTF-8");

        upload(page, good, StandardCharsets.UTF_8);
        assertThat(page.locator("main")).containsText("Liste importée");
        assertThat(page.locator("main")).containsText("Lignes lues : 1");
    }

    @Test
    void anotherJuryIsChosenWithAMotive(Visitors visitors) {
        var number = dossiers.onAgenda();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Changer de jury"))
                .click();
        button(page, "Changer de jury").click();
        assertThat(summary(page).locator("li")).containsText(new String[] {"Choisissez le jury", "Donnez le motif"});
        manager.fitsEveryScreen();

        page.getByLabel("Jury régional").check();
        field(page, "motive").fill("Le projet dépasse le territoire");
        button(page, "Changer de jury").click();
        assertThat(page.locator("main")).containsText("Jury changé");
        assertThat(page.locator("#historique")).containsText("Le projet dépasse le territoire");
        assertThat(stored.get(number).jury()).isEqualTo("regional");
    }

    @Test
    void theKeyboardAloneWithdrawsADossier(Visitors visitors) {
        var number = dossiers.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number + "/retrait");
        tabTo(page, "motive");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(summary(page)).isFocused();
        manager.fitsEveryScreen();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().type("Le porteur l’a demandé");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).containsText("Dossier retiré");
        assertThat(stored.get(number).status()).isEqualTo(DossierStatus.RETIRE);
        manager.open("/bureau/dossiers/" + number + "/retrait");
        field(page, "motive").fill("Encore");
        button(page, "Retirer le dossier").click();
        assertThat(summary(page)).containsText("est déjà clos");
    }

    @Test
    void theListIsFilteredAndItsAddressKeepsTheFilters(Visitors visitors) {
        var number = dossiers.conform().value();
        dossiers.ficheDeposited();
        var officer = visitors.signedIn("instructeur");
        var page = officer.open("/bureau/dossiers");
        field(page, "step").selectOption("userTask_completeDossier");
        field(page, "words").fill(number);
        button(page, "Filtrer").click();

        assertThat(page.locator("[role=status]")).hasText("1 dossier");
        assertThat(page.locator("tbody")).containsText(number);
        var kept = officer.open(page.url().replaceFirst("^https?://[^/]+", ""));
        assertThat(field(kept, "words")).hasValue(number);
        officer.open("/bureau/dossiers?words=" + number + "&late=true");
        assertThat(field(page, "due")).hasValue("LATE");
        assertThat(page.locator("[role=status]")).hasText("Aucun dossier ne correspond.");
        officer.fitsEveryScreen();
    }

    @Test
    void theIbanIsMaskedUntilAManagerAsksAndTheDossierRemembers(Visitors visitors) {
        var number = dossiers.fullDeposited();
        var officer = visitors.signedIn("instructeur").open("/bureau/dossiers/" + number);
        assertThat(officer.locator("#porteur")).containsText("•••• 0122");
        assertThat(button(officer, "Afficher en entier")).hasCount(0);
        assertThat(officer.content()).doesNotContain("99999").doesNotContain("9999 9000");

        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        button(page, "Afficher en entier").click();
        assertThat(page.locator("#porteur")).containsText("FR76 9999 9000 0100 0000 0100 122");
        assertThat(page.locator("#historique")).containsText("L’IBAN du porteur a été affiché en entier.");
        manager.fitsEveryScreen();
        page.reload();
        assertThat(page.locator("#porteur")).containsText("•••• 0122");
    }

    private static void fillSession(Page page, String time) {
        field(page, "call").selectOption(TestDossiers.CALL);
        field(page, "jury").selectOption(TestDossiers.TERRITORY);
        field(page, "day").fill("14/05/2031");
        field(page, "time").fill(time);
        field(page, "place").fill("Lens, salle fictive");
        field(page, "member0.name").fill("Alix Exemple");
        page.locator("#president0").check();
        field(page, "member1.name").fill("Sacha Exemple");
        field(page, "member1.college").selectOption("INTERCOMMUNALITE");
    }

    private static void upload(Page page, String lines, Charset encoding) {
        var csv = "code,name,type,commune,valid_from,valid_to\n" + lines;
        page.locator("#file").setInputFiles(new FilePayload("quartiers.csv", "text/csv", csv.getBytes(encoding)));
        button(page, "Importer").click();
    }

    private static void tabTo(Page page, String id) {
        for (var at = 0; at < 40 && !id.equals(page.evaluate("document.activeElement.id")); at++) {
            page.keyboard().press("Tab");
        }
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator summary(Page page) {
        return page.locator("#erreurs");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
