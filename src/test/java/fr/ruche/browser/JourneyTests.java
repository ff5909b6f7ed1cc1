package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dossier from the first page to the decision, through the hands of everybody who has a say in it. */
@BrowserTest
class JourneyTests {

    private static final byte[] PDF = fr.ruche.document.PdfExamples.plain();

    @Autowired
    Dossiers dossiers;

    @Autowired
    TestDossiers known;

    @Autowired
    Clock clock;

    @Test
    void aDossierGoesFromItsFicheToTheDecision(Visitors visitors) {
        known.session(TestDossiers.TERRITORY);
        var porteur = visitors.signedIn("porteur");
        var number = depositsAFiche(porteur);
        porteur.screenshot("parcours-1-fiche-deposee");

        var technicien = visitors.signedIn("technicien");
        assertThat(Tasklist.search(visitors.signedIn("technicien2"), number).tasks())
                .hasCount(0);
        Tasklist.take(technicien, number)
                .choose("Conforme")
                .type("Rang de priorité", freeRank())
                .complete();
        technicien.screenshot("parcours-2-conformite");

        fillsInTheFullDossier(porteur, number);
        attachesEveryPaper(porteur, number);
        depositsTheFullDossier(porteur, number);
        porteur.screenshot("parcours-3-dossier-depose");

        var instructeur = visitors.signedIn("instructeur");
        Tasklist.take(instructeur, number).choose("Complet").complete();
        Tasklist.take(instructeur, number)
                .choose("Favorable")
                .type("Note d’analyse", "Projet construit avec les habitants, budget soutenable.")
                .complete();

        var gestionnaire = visitors.signedIn("gestionnaire");
        putsItOnTheAgenda(gestionnaire, number);

        Tasklist.take(visitors.signedIn("jure-interco"), number)
                .choose("Favorable, pour une partie de la demande")
                .type("Montant proposé en fonctionnement (€)", "4 321,09")
                .type("Motif de l’avis", "Le jury retient l’essentiel du projet.")
                .complete();
        assertThat(dossiers.get(new DossierNumber(number)).grantedOperating()).isEqualTo(new BigDecimal("4321.09"));

        Tasklist.take(gestionnaire, number)
                .choose("Subvention attribuée")
                .type("Numéro de la délibération", "2026.0042")
                .type("Date de la délibération", FrenchDay.format(today()))
                .complete();

        assertThat(dossiers.get(new DossierNumber(number)).status()).isEqualTo(DossierStatus.ATTRIBUE);
        var page = porteur.open("/porteur/dossiers/" + number);
        assertThat(page.locator("main")).containsText("Subvention attribuée");
        assertThat(page.locator("main")).containsText("4\u202f321,09\u00a0€");
        porteur.screenshot("parcours-4-decision");
        assertThat(porteur.complaints()).isEmpty();
    }

    @Test
    void whatIsTypedFastAndSentAtOnceIsWhatIsStored(Visitors visitors) {
        for (var typed : Map.of(
                        "3 234,56", "3234.56",
                        "2 000,5", "2000.50",
                        "3999", "3999.00")
                .entrySet()) {
            var number = known.onAgenda();
            Tasklist.take(visitors.signedIn("jure-interco"), number.value())
                    .choose("Favorable, pour une partie de la demande")
                    .type("Motif de l’avis", "Une partie seulement.")
                    .type("Montant proposé en fonctionnement (€)", "4 000,00")
                    .type("Montant proposé en fonctionnement (€)", typed.getKey())
                    .complete();

            assertThat(dossiers.get(number).grantedOperating())
                    .as("typed « " + typed.getKey() + " »")
                    .isEqualTo(new BigDecimal(typed.getValue()));
        }
    }

    @Test
    void aRefusedAnswerIsExplainedAndCanBeMended(Visitors visitors) {
        var number = known.judged();
        var task = Tasklist.take(visitors.signedIn("gestionnaire"), number.value())
                .choose("Subvention attribuée")
                .type("Numéro de la délibération", "2026.0043")
                .type("Date de la délibération", "31/02/2026");

        assertThat(task.completeInVain()).contains("31/02/2026");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.EN_COURS);

        task.type("Date de la délibération", FrenchDay.format(today())).complete();
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ATTRIBUE);
    }

    private String depositsAFiche(Visitor porteur) {
        var page = porteur.open("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("appel de démonstration"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Déposer une fiche"))
                .first()
                .click();
        page.getByLabel("Titre du projet").fill("L’atelier des voisins – « été » & cie");
        page.getByLabel("Fiche 2", new Page.GetByLabelOptions()).check();
        page.locator("input[name=scale][value=COMMUNALE]").check();
        page.getByLabel("Résumé du projet").fill("Réparer ensemble <b>ce qui peut l’être</b> 🛠");
        page.getByLabel("Commune", new Page.GetByLabelOptions().setExact(true)).fill("62498");
        page.getByLabel("Début du projet").fill(FrenchDay.format(today().plusMonths(6)));
        page.getByLabel("Fin du projet").fill(FrenchDay.format(today().plusMonths(12)));
        page.getByLabel("Date du contact").fill(FrenchDay.format(today().minusDays(10)));
        page.getByLabel("Personnes rencontrées").fill("La technicienne de la commune (fictive)");
        page.locator("[name='holder.kind']").selectOption("ASSOCIATION");
        page.getByLabel("Nom de la structure").fill("Association fictive « Les Voisins »");
        page.locator("[name='holder.rna']").fill("W999000099");
        page.locator("[name='holder.address']").fill("1 rue de l’Exemple, 62300 Lens");
        page.locator("[name='holder.representative']").fill("Claude Fictif");
        page.locator("[name='holder.contactName']").fill("Camille Exemple");
        page.locator("[name='holder.contactEmail']").fill("camille@example.org");
        page.locator("[name='activityProgramme'][value=false]").check();
        page.locator("[name='estimatedCost']").fill("12 345,67");
        page.locator("[name='estimatedRequest']").fill("4 938,26");
        button(page, "Déposer la fiche").click();
        assertThat(page.locator("main")).containsText("Fiche déposée");
        return page.url().replaceAll(".*/dossiers/([A-Z0-9-]+).*", "$1");
    }

    private void fillsInTheFullDossier(Visitor porteur, String number) {
        var page = porteur.open("/porteur/dossiers/" + number);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remplir le dossier complet"))
                .click();
        page.locator("[name=objectives]").fill("Faire de la réparation une habitude partagée.");
        page.locator("[name=description]").fill("Un atelier par semaine au pied des immeubles.");
        page.locator("[name=beneficiaries]").fill("Les habitants du quartier.");
        page.locator("[name=residentsInvolvement]").fill("Un comité d’habitants tient l’atelier.");
        page.locator("[name=evaluation]").fill("Nombre d’objets réparés et d’habitants formés.");
        Map.of(
                        "60", "5 345,67",
                        "64", "7 000,00",
                        "74-REGION", "4 938,26",
                        "74-COMMUNE", "3 086,42",
                        "74-EPCI", "2 469,13",
                        "PROPRES", "1 851,86")
                .forEach((account, amount) -> line(page, account).fill(amount));
        page.locator("[name=iban]").fill("FR76 3000 6000 0112 3456 7890 189");
        page.locator("[name=engagement]").check();
        assertThat(page.locator("#verification")).containsText("équilibré");
        button(page, "Enregistrer et joindre les pièces").click();
    }

    private static Locator line(Page page, String account) {
        return page.locator("li.line:has(option[value='" + account + "'][selected]) input[name='line.amount']");
    }

    private void attachesEveryPaper(Visitor porteur, String number) {
        var page = porteur.page();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/" + number + "/pieces"));
        for (var paper :
                page.locator("section.card:has(.tag--wrong) input[type=file]").all()) {
            paper.setInputFiles(new FilePayload("pièce « d’essai ».pdf", "application/pdf", PDF));
        }
        button(page, "Envoyer les fichiers choisis").click();
        assertThat(page.locator("main")).containsText("Toutes les pièces demandées sont jointes.");
    }

    private void depositsTheFullDossier(Visitor porteur, String number) {
        button(porteur.page(), "Déposer le dossier").click();
        assertThat(porteur.page().locator("main")).containsText("Dossier complet déposé");
        assertThat(dossiers.get(new DossierNumber(number)).requestedOperating()).isEqualTo(new BigDecimal("4938.26"));
    }

    private void putsItOnTheAgenda(Visitor gestionnaire, String number) {
        var page = gestionnaire.open("/bureau/dossiers/" + number);
        button(page, "Inscrire à l’ordre du jour").first().click();
        assertThat(page.locator("main")).containsText("Dossier inscrit à l’ordre du jour");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String freeRank() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(500, 999));
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }
}
