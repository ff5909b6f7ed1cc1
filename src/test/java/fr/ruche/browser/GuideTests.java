package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Seals;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.Arrival;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the guides show and name: their pictures are taken here, and say what the guides say of them. */
@BrowserTest
class GuideTests {

    private static final Path GUIDES = Path.of("docs/guides");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("`(/[a-z][^` {}]*)`");

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Seals seals;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "agent, technicien",
        "gestionnaire, gestionnaire",
        "exploitant, admin",
        "porteur, porteur",
        "modeleur, admin"
    })
    void everyPictureIsThereAndEveryAddressAnswers(String guide, String reader) throws IOException {
        var text = Files.readString(GUIDES.resolve(guide + ".md"));
        assertThat(named(PICTURE, text))
                .allSatisfy(picture -> assertThat(GUIDES.resolve(picture)).isNotEmptyFile());

        var browser = new TestBrowser(port).signIn(reader);
        assertThat(named(ADDRESS, text)).allSatisfy(address -> {
            var answer = browser.get(address);
            assertThat(answer.statusCode()).as(address).isIn(200, 302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(address)
                    .doesNotContain("/connexion");
        });
    }

    /** The guides that are illustrated: a picture that nobody shows any more is to be removed. */
    @Test
    void everyPictureIsShownSomewhere() throws IOException {
        var shown = new StringBuilder(Files.readString(Path.of("README.md")));
        try (var guides = Files.list(GUIDES)) {
            for (var guide : guides.toList()) {
                shown.append(Files.readString(guide));
            }
        }
        try (var pictures = Files.list(Path.of("docs/images"))) {
            assertThat(pictures.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(shown.toString()).contains("images/" + name));
        }
    }

    @Test
    void anOfficersDay(Visitors visitors) {
        given.session(TestDossiers.TERRITORY);
        var dossier = fiche("Jardin partagé des Hauts-Champs");
        fiche("Ateliers vélo du quartier neuf");
        fiche("La ressourcerie mobile");
        var officer = visitors.signedIn("technicien");
        var page = officer.open("/bureau");
        assertThat(page.locator("main")).containsText("Dossiers par étape");
        officer.picture("agent-bureau");

        officer.open("/bureau/dossiers?step=userTask_checkConformity&sort=NUMBER_DESC");
        assertThat(page.locator("tbody")).containsText("Jardin partagé des Hauts-Champs");
        officer.picture("agent-liste");

        officer.open("/bureau/dossiers/" + dossier);
        assertThat(page.locator("#maintenant")).containsText("Vérifier la conformité");
        officer.picture("agent-dossier");

        officer.open("/bureau/mes-taches");
        page.getByRole(AriaRole.CHECKBOX).nth(1).check();
        page.getByRole(AriaRole.CHECKBOX).nth(2).check();
        assertThat(button(page, "Rendre au groupe")).isVisible();
        officer.picture("agent-taches");

        officer.open("/bureau/papier");
        assertThat(page.locator("legend").first()).containsText("L’arrivée");
        officer.picture("agent-papier");
        assertThat(officer.complaints()).isEmpty();
    }

    @Test
    void aTaskAnsweredWithoutLeavingIt(Visitors visitors) {
        var number = fiche("Le théâtre au pied des tours");
        var officer = visitors.signedIn("technicien");
        var task = Tasklist.take(officer, number.value());
        var page = officer.page();
        page.locator(".nav-tabs").getByText("Dossier").click();
        assertThat(page.locator(".tab-content")).containsText("Ce que disent les règles");
        officer.picture("agent-tache-dossier");

        page.locator(".nav-tabs").getByText("Formulaire").click();
        task.form().waitFor();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Terminer").setExact(true))
                .click();
        assertThat(task.form()).containsText("Ce champ est obligatoire.");
        officer.picture("agent-champ-obligatoire");

        task.choose("À corriger par le porteur");
        assertThat(task.form()).containsText("Motif");
        task.type("Motif", "Précisez le calendrier et le lieu des ateliers.");
        officer.picture("agent-correction");
        task.complete();
        assertThat(dossiers.get(number).clock()).isEqualTo("PORTEUR");

        officer.open("/bureau/dossiers/" + number + "#messages");
        var letter = page.locator("#messages details").first();
        letter.locator("summary").click();
        assertThat(letter).containsText("Précisez le calendrier");
        letter.scrollIntoViewIfNeeded();
        officer.picture("agent-courriers");
    }

    @Test
    void aManagersPages(Visitors visitors) {
        given.session(TestDossiers.TERRITORY);
        var number = given.instructed();
        var paper = paper("La cantine solidaire");
        dossiers.withdraw(paper, given.manager(), "Doublon");
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion");
        assertThat(page.locator("main")).containsText("Décisions à notifier");
        manager.picture("gestion");

        manager.open("/bureau/pilotage");
        assertThat(page.locator(".chart svg").first()).isVisible();
        manager.picture("pilotage");

        manager.open("/bureau/pilotage/parcours");
        assertThat(page.locator(".bubble").first()).isVisible();
        page.locator("#diagram").scrollIntoViewIfNeeded();
        manager.picture("pilotage-parcours");

        fromManyPlaces();
        manager.open("/bureau/pilotage/equite");
        assertThat(page.locator("#map svg a")).hasCount(36);
        page.locator("#shown").selectOption("deposited");
        page.locator(".map").scrollIntoViewIfNeeded();
        page.evaluate("document.querySelector('.map').scrollIntoView()");
        manager.picture("pilotage-equite");

        manager.open("/bureau/dossiers/" + number);
        assertThat(button(page, "Inscrire à l’ordre du jour")).isVisible();
        manager.picture("gestion-dossier");

        manager.open("/bureau/gestion/appels/DSDT-2026");
        page.locator("#contact\\.signatory").scrollIntoViewIfNeeded();
        assertThat(page.locator("#contact\\.signatory")).not().hasValue("");
        manager.picture("gestion-signataire");

        manager.open("/bureau/gestion/courriers/GRANTED");
        page.locator("[name=dossier]").fill(number.value());
        button(page, "Voir l’aperçu").click();
        assertThat(page.locator("main")).containsText("Ce que recevrait ce porteur");
        manager.picture("gestion-courrier");

        manager.open("/bureau/gestion/notifications");
        assertThat(page.locator("tbody")).containsText(paper.value());
        manager.picture("gestion-notifications");

        manager.open("/bureau/seances/" + given.putOnAgenda(number).id());
        assertThat(page.locator("main")).containsText(number.value());
        manager.picture("gestion-seance");

        manager.open("/bureau/gestion/enveloppes/DSDT-2026");
        assertThat(page.locator("tbody").first()).containsText("CA de Lens - Liévin");
        manager.picture("gestion-enveloppes");

        manager.open("/bureau/dossiers");
        page.waitForDownload(() -> page.getByText("Exporter en CSV").first().click());
        manager.open("/bureau/gestion/exports");
        assertThat(page.locator("tbody")).containsText("gestionnaire");
        manager.picture("gestion-exports");

        seals.seal();
        manager.open("/bureau/gestion/journal");
        assertThat(page.locator("tbody tr").first()).isVisible();
        manager.picture("gestion-journal");
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void theAdministratorsPages(Visitors visitors) {
        var admin = visitors.signedIn("admin");
        var page = admin.open("/camunda/app/admin/default/#/users");
        assertThat(page.locator("table")).containsText("gestionnaire");
        admin.picture("exploitant-comptes");
        var number = fiche("La fabrique du dimanche");
        database.sql("update notification set state = 'FAILED', attempts = 1, address = 'contact@exemple.invalid',"
                        + " failure = '550 5.1.1 Adresse inconnue' where dossier = ?")
                .param(number.value())
                .update();
        admin.open("/bureau/gestion/courriels");
        assertThat(page.locator("tbody")).containsText(number.value());
        assertThat(page.locator("tbody")).containsText("550 5.1.1 Adresse inconnue");
        admin.picture("exploitant-courriels");

        admin.open("/bureau/gestion/contours");
        assertThat(page.locator("#map svg g.map__territory")).hasCount(36);
        admin.picture("exploitant-contours");
    }

    private DossierNumber fiche(String title) {
        var number = given.opened();
        dossiers.saveFiche(number, TestDossiers.titled(dossiers.get(number).fiche(), title), given.holder(), null);
        dossiers.depositFiche(number, given.holder());
        return number;
    }

    private DossierNumber paper(String title) {
        var arrival = Arrival.paper(ParisTime.startOf(ParisTime.dayOf(clock.instant())), null);
        var fiche = TestDossiers.titled(given.fiche("F1", false), title);
        return dossiers.registerFiche(TestDossiers.CALL, null, fiche, arrival, given.manager());
    }

    /** One fiche of each of these communes, in its intercommunality. */
    private void fromManyPlaces() {
        var arrival = Arrival.paper(ParisTime.startOf(ParisTime.dayOf(clock.instant())), null);
        for (var commune : List.of(
                "59350", "59512", "59599", "59009", "59606", "59606", "59392", "59392", "59178", "62193", "62160",
                "62041", "62119", "62119", "62427", "59122", "62765", "59249", "59295", "59172", "59571", "62318")) {
            var fiche = given.fiche("F1", false);
            dossiers.registerFiche(
                    TestDossiers.CALL,
                    null,
                    new Fiche(
                            fiche.measure(),
                            fiche.scale(),
                            fiche.title(),
                            fiche.summary(),
                            commune,
                            null,
                            fiche.themes(),
                            fiche.holder(),
                            fiche.priorContact(),
                            fiche.activityProgramme(),
                            fiche.estimatedCost(),
                            fiche.estimatedRequest(),
                            fiche.startsOn(),
                            fiche.endsOn()),
                    arrival,
                    given.manager());
        }
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
