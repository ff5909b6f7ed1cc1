package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DepositReceipt;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.DossierSummary;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a porteur meets on the way: corrections, papers asked for, two tabs, two clicks, typing mistakes. */
@BrowserTest
class PorteurTests {

    private static final byte[] PDF = fr.ruche.document.PdfExamples.plain();

    @Autowired
    Dossiers dossiers;

    @Autowired
    TestDossiers known;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate sql;

    @Test
    void afterTheLastDayNothingInvitesToDepositOnline(Visitors visitors) {
        var number = known.ficheDeposited();
        known.answer(number, "userTask_checkConformity", "technicien", known.conformAnswer("F1"));
        sql.update("update dossier set due_at = now() - interval '1 hour' where number = ?", number.value());

        var porteur = visitors.signedIn("porteur");
        for (var path : List.of("", "/dossier", "/pieces")) {
            var page = porteur.open("/porteur/dossiers/" + number + path);
            assertThat(page.locator("main")).containsText("Le dépôt en ligne est clos");
        }
        assertThat(porteur.open("/porteur/dossiers/" + number).getByText("Remplir le dossier complet"))
                .hasCount(0);
    }

    @Test
    void withoutJavaScriptADossierGoesFromDraftToDeposit(Visitors visitors) {
        var porteur = visitors.signedInWithoutScripts("porteur");
        var page = porteur.open("/porteur/dossiers/nouveau?appel=" + TestDossiers.CALL);
        page.locator("[name=title]").fill("Sans script");
        button(page, "Enregistrer").click();
        assertThat(page.locator("main")).containsText("Fiche enregistrée");
        fillsInTheFiche(page, "Sans script");
        button(page, "Déposer la fiche").click();
        assertThat(page.locator("main")).containsText("Fiche déposée");
        assertThat(page.locator("main").textContent()).containsPattern("\\d\u00a0h\u00a0\\d");
        var number = number(page);
        assertThat(dossiers.timeline(number))
                .extracting(TimelineEntry::kind, TimelineEntry::authorName)
                .contains(tuple("FICHE_DEPOSITED", "Compte porteur"), tuple("FICHE_ACKNOWLEDGED", "Ruche"));
        known.answer(number, "userTask_checkConformity", "technicien", known.conformAnswer("F1"));

        page = porteur.open("/porteur/dossiers/" + number + "/dossier");
        assertThat(page.locator("#verification")).containsText("à remplir");
        assertThat(page.locator("#verification .tag--wrong")).hasCount(0);
        for (var text : List.of("objectives", "description", "beneficiaries")) {
            page.locator("[name=" + text + "]").fill("Texte du champ " + text);
        }
        amount(page, "60").fill("10 000");
        amount(page, "74-REGION").fill("5 000");
        amount(page, "74-COMMUNE").fill("3 000");
        page.locator("button[value='add:OPERATING_PRODUCT']").click();
        assertThat(page.locator("#verification")).containsText("écart de 2 000,00 €");
        amount(page, "PROPRES").fill("2 000");
        page.locator("[name=iban]").fill("FR7699999000010000000100122");
        page.locator("[name=engagement]").check();
        button(page, "Vérifier maintenant").click();
        assertThat(page.locator("#verification")).containsText("équilibré");
        assertThat(page.locator("#verification")).containsText("aucune règle de l’appel ne s’oppose");
        button(page, "Enregistrer et joindre les pièces").click();

        for (var paper :
                page.locator("section.card:has(.tag--wrong) input[type=file]").all()) {
            paper.setInputFiles(new FilePayload("piece.pdf", "application/pdf", PDF));
        }
        button(page, "Envoyer les fichiers choisis").click();
        button(page, "Déposer le dossier").click();
        assertThat(page.locator("main")).containsText("Dossier complet déposé");
        assertThat(dossiers.get(number).totalCost()).isEqualByComparingTo("10000");
        assertThat(dossiers.deposits(number))
                .extracting(DepositReceipt::kind)
                .containsExactly(DepositReceipt.Kind.FICHE, DepositReceipt.Kind.DOSSIER);
    }

    @Test
    void aCorrectionIsReadMadeAndDepositedAgain(Visitors visitors) {
        var number = known.ficheDeposited();
        known.answer(
                number,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez « le public » visé."));

        var porteur = visitors.signedIn("porteur");
        var page = porteur.open("/porteur/dossiers/" + number + "/fiche");
        assertThat(page.locator(".notice--warn")).containsText("Précisez « le public » visé.");
        porteur.screenshot("porteur-correction");
        porteur.fitsEveryScreen();
        page.locator("[name=summary]").fill("Pour les familles du quartier.");
        button(page, "Déposer la fiche corrigée").click();

        assertThat(page.locator("main")).containsText("Fiche déposée");
        porteur.screenshot("porteur-corrigee");
        porteur.fitsEveryScreen();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Fiche corrigée").setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("Récépissé de dépôt");
        porteur.screenshot("porteur-recepisse");
        porteur.fitsEveryScreen();
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_checkConformity");
        assertThat(dossiers.get(number).fiche().summary()).isEqualTo("Pour les familles du quartier.");
    }

    @Test
    void papersAskedForAreAddedAndDeposited(Visitors visitors, @TempDir Path folder) throws IOException {
        var number = known.fullDeposited();
        known.answer(
                number,
                "userTask_checkCompleteness",
                "instructeur",
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Il manque un RIB lisible."));

        var porteur = visitors.signedIn("porteur");
        var page = porteur.open("/porteur/dossiers/" + number + "/pieces");
        assertThat(page.locator(".notice--warn")).containsText("Il manque un RIB lisible.");
        porteur.screenshot("porteur-pieces");
        porteur.fitsEveryScreen();
        var paper = page.locator("input[type=file]").first();
        paper.setInputFiles(new FilePayload("virus.exe", "application/octet-stream", new byte[] {'M', 'Z'}));
        button(page, "Envoyer les fichiers choisis").click();
        assertThat(page.locator("#erreurs")).containsText("« virus.exe » n’est pas d’un type accepté");
        porteur.screenshot("porteur-pieces-refusees");
        porteur.fitsEveryScreen();
        paper.setInputFiles(large(folder));
        button(page, "Envoyer les fichiers choisis").click();
        assertThat(page.locator("h1")).hasText("Ce fichier est trop volumineux");
        page.goBack();
        page.locator("input[type=file]").first().setInputFiles(new FilePayload("rib.pdf", "application/pdf", PDF));
        button(page, "Envoyer les fichiers choisis").click();
        assertThat(page.locator("main")).containsText("Fichiers ajoutés");
        button(page, "Déposer les pièces demandées").click();

        assertThat(page.locator("main")).containsText("Pièces déposées");
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_checkCompleteness");
    }

    @Test
    void theSecondOfTwoTabsLosesNothing(Visitors visitors) {
        var number = known.opened();
        var porteur = visitors.signedIn("porteur");
        var second = porteur.open("/porteur/dossiers/" + number + "/fiche");
        var first = second.context().newPage();
        first.navigate("/porteur/dossiers/" + number + "/fiche");
        first.locator("[name=summary]").fill("Premier onglet");
        button(first, "Enregistrer").click();
        assertThat(first.locator("main")).containsText("Fiche enregistrée");

        second.locator("[name=summary]").fill("Second onglet");
        button(second, "Enregistrer").click();
        assertThat(second.locator("[role=alert]")).containsText("Votre saisie n’est pas encore enregistrée");
        assertThat(second.locator("[name=summary]")).hasValue("Second onglet");
        assertThat(dossiers.get(number).fiche().summary()).isEqualTo("Premier onglet");
        porteur.screenshot("porteur-deux-onglets");
        porteur.fitsEveryScreen();
        button(second, "Enregistrer").click();
        assertThat(second.locator("main")).containsText("Fiche enregistrée");
        assertThat(dossiers.get(number).fiche().summary()).isEqualTo("Second onglet");
    }

    @Test
    void aNewFicheThatIsSentTwiceIsDepositedOnce(Visitors visitors) {
        var title = "Deux clics " + System.nanoTime();
        var page = visitors.signedIn("porteur").open("/porteur/dossiers/nouveau?appel=" + TestDossiers.CALL);
        assertThat(page.locator("[name='holder.name']")).not().hasValue("");
        assertThat(page.locator("[name=title]")).hasValue("");
        fillsInTheFiche(page, title);

        var ends = page.evaluate("""
                () => {
                  const form = document.querySelector('form.form');
                  const body = () => new URLSearchParams([...new FormData(form), ['action', 'deposit']]);
                  const send = () => fetch(form.getAttribute('action'), { method: 'POST', body: body() }).then(a => a.url);
                  return Promise.all([send(), send()]).then(urls => urls.join(' '));
                }""").toString().split(" ");

        assertThat(ends[0]).matches(".*/porteur/dossiers/DSDT-2026-\\d+").isEqualTo(ends[1]);
        assertThat(titled(title)).hasSize(1);
        var number = new DossierNumber(titled(title).get(0).number());
        assertThat(dossiers.deposits(number)).hasSize(1);
    }

    @Test
    void anAbandonNeedsAMotive(Visitors visitors) {
        var number = known.ficheDeposited();
        var porteur = visitors.signedIn("porteur");
        var page = porteur.open("/porteur/dossiers/" + number);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Abandonner ce dossier"))
                .click();
        button(page, "Abandonner définitivement").click();
        assertThat(page.locator("#erreurs")).containsText("Le motif");
        porteur.screenshot("porteur-abandon-refuse");
        porteur.fitsEveryScreen();
        page.locator("[name=motive]").fill("Le partenaire <b>renonce</b> 🙁");
        button(page, "Abandonner définitivement").click();

        assertThat(page.locator("main")).containsText("Dossier abandonné");
        assertThat(page.locator(".timeline")).containsText("Le partenaire <b>renonce</b> 🙁");
        porteur.screenshot("porteur-abandonne");
        porteur.fitsEveryScreen();
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ABANDONNE);
    }

    @Test
    void whatCannotBeReadIsNamedAndKept(Visitors visitors) {
        var porteur = visitors.signedIn("porteur");
        var page = porteur.open("/porteur/dossiers/" + known.opened() + "/fiche");
        var typed = Map.of(
                "title", "é".repeat(301),
                "summary", "<script>alert(1)</script> 👩‍🌾",
                "startsOn", "31/02/2027",
                "priorContact.date", "hier",
                "holder.contactEmail", "<b>camille</b>",
                "estimatedCost", "NaN",
                "estimatedRequest", "1e9");
        typed.forEach((field, text) -> page.locator("[name='" + field + "']").fill(text));
        button(page, "Déposer la fiche").click();

        assertThat(page.locator("#erreurs")).containsText("Début du projet : « 31/02/2027 » n’est pas une date");
        assertThat(page.locator("#erreurs")).containsText("« NaN » n’est pas un montant");
        typed.forEach((field, text) ->
                assertThat(page.locator("[name='" + field + "']")).hasValue(text));
        porteur.screenshot("porteur-fautes");
        porteur.fitsEveryScreen();

        Map.of(
                        "startsOn",
                        "01/03/2027",
                        "priorContact.date",
                        "01/03/2026",
                        "estimatedCost",
                        "-0,01",
                        "estimatedRequest",
                        "0")
                .forEach((field, text) -> page.locator("[name='" + field + "']").fill(text));
        button(page, "Enregistrer").click();
        assertThat(page.locator("#erreurs a")).hasCount(3);
        assertThat(page.locator("#erreurs")).containsText("Un montant ne peut pas être négatif.");
        assertThat(page.locator("#erreurs")).containsText("300 caractères au plus");
        assertThat(page.locator("#erreurs")).containsText("adresse électronique n’est pas valable");
    }

    private void fillsInTheFiche(Page page, String title) {
        page.locator("[name=title]").fill(title);
        page.locator("[name=measure][value=F1]").check();
        page.locator("[name=scale][value=COMMUNALE]").check();
        page.locator("[name=commune]").fill("62498");
        Map.of(
                        "summary", "Un fonds pour les idées des habitants.",
                        "startsOn", FrenchDay.format(today().plusMonths(6)),
                        "endsOn", FrenchDay.format(today().plusMonths(12)),
                        "priorContact.date", FrenchDay.format(today().minusDays(10)),
                        "priorContact.persons", "La technicienne de la commune (fictive)",
                        "holder.name", "Les Voisins (fictif)",
                        "holder.rna", "W999000099",
                        "holder.address", "1 rue de l’Exemple",
                        "holder.representative", "Claude Fictif")
                .forEach((field, text) -> page.locator("[name='" + field + "']").fill(text));
        page.locator("[name='holder.kind']").selectOption("ASSOCIATION");
        page.locator("[name='holder.contactName']").fill("Camille Exemple");
        page.locator("[name='holder.contactEmail']").fill("camille@example.org");
        page.locator("[name='activityProgramme'][value=false]").check();
        page.locator("[name='estimatedCost']").fill("10 000");
        page.locator("[name='estimatedRequest']").fill("5 000,00");
    }

    private List<DossierSummary> titled(String title) {
        return dossiers.search(DossierFilter.ALL, known.holder(), 0, 200, DossierSort.NUMBER_DESC).items().stream()
                .filter(dossier -> title.equals(dossier.title()))
                .toList();
    }

    private static Path large(Path folder) throws IOException {
        var file = folder.resolve("enorme.pdf");
        try (var written = new RandomAccessFile(file.toFile(), "rw")) {
            written.setLength(26L * 1024 * 1024);
        }
        return file;
    }

    private static DossierNumber number(Page page) {
        var found = Pattern.compile("/dossiers/([A-Z0-9-]+)").matcher(page.url());
        assertThat(found.find()).isTrue();
        return new DossierNumber(found.group(1));
    }

    private static Locator amount(Page page, String account) {
        return page.locator("li.line:has(option[value='" + account + "'][selected]) input[name='line.amount']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }
}
