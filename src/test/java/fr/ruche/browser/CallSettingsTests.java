package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestCalls;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.dossier.TestMoves;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.CallParameters.TerritoryDates;
import fr.ruche.programme.Calls;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager sets the days of a call, alone and beside another manager. */
@BrowserTest
class CallSettingsTests {

    private static final String PATH = "/bureau/gestion/appels/" + TestDossiers.CALL;

    @Autowired
    Calls calls;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestCalls settled;

    @Autowired
    TestMoves moves;

    CallParameters before;

    @BeforeEach
    void remember() {
        before = now();
    }

    @AfterEach
    void restore() {
        settled.change(before);
    }

    @Test
    void aDateOfTheCallAndOneOfATerritoryAreChangedOnceConfirmed(Visitors visitors) {
        dossiers.conform();
        var page = visitors.signedIn("gestionnaire").open(PATH);
        var later = before.calendar().dossierDeadline().plusDays(3);
        field(page, "calendar.dossierDeadline").fill(FrenchDay.format(later));
        field(page, "delays.ficheReminderDays").fill("21, 3");
        last(page, "calendar.territories.territory").selectOption(TestDossiers.TERRITORY);
        last(page, "calendar.territories.dossierDeadline").fill(FrenchDay.format(later.plusDays(4)));
        field(page, "reason").fill("Fermeture des bureaux");
        save(page);

        assertThat(summary(page)).containsText("cours verr");
        assertThat(now()).isEqualTo(before);
        page.locator("#confirmed").check();
        save(page);

        assertThat(page.locator("main")).containsText("Nouvelle version enregistrée");
        assertThat(now().calendar().dossierDeadline()).isEqualTo(later);
        assertThat(now().calendar().territories())
                .containsEntry(TestDossiers.TERRITORY, new TerritoryDates(null, later.plusDays(4)));
        assertThat(now().delays().ficheReminderDays()).containsExactly(21, 3);
    }

    @Test
    void whatMakesNoSenseIsNamedAndStaysAsItWasTyped(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(PATH);
        field(page, "calendar.opening").fill("31/02/2026");
        field(page, "delays.dossierReminderDays").fill("15, demain");
        last(page, "calendar.juryDates.date").fill("hier");
        last(page, "calendar.territories.ficheDeadline").fill("01/12/2026");
        save(page);

        assertThat(summary(page).locator("li")).containsText(new String[] {
            "Donnez la raison du changement",
            "« 31/02/2026 » n’est pas une date",
            "« demain » n’est pas un nombre de jours",
            "« hier » n’est pas une date",
            "Choisissez le jury de cette date",
            "Choisissez l’intercommunalité de ces dates"
        });
        assertThat(field(page, "calendar.opening")).hasValue("31/02/2026");
        assertThat(field(page, "delays.dossierReminderDays")).hasValue("15, demain");
        assertThat(page.locator("[name='calendar.juryDates.date'][value='hier']"))
                .hasCount(1);
        assertThat(now()).isEqualTo(before);
        for (var link : summary(page).locator("a").all()) {
            assertThat(page.locator("[id='" + link.getAttribute("href").substring(1) + "']"))
                    .hasCount(1);
        }
        manager.fitsEveryScreen();
    }

    @Test
    void daysThatContradictEachOtherAreRefusedAtTheirField(Visitors visitors) {
        var page = visitors.signedIn("gestionnaire").open(PATH);
        last(page, "calendar.territories.territory").selectOption(TestDossiers.TERRITORY);
        last(page, "calendar.territories.ficheDeadline").fill("01/01/2020");
        field(page, "reason").fill("Essai");
        save(page);

        assertThat(summary(page)).containsText("La date du 01/01/2020 est avant celle de l’ouverture");
        var wrong = page.locator("[id='calendar.territories." + TestDossiers.TERRITORY + ".ficheDeadline']");
        assertThat(wrong).hasAttribute("aria-invalid", "true");
        assertThat(wrong).hasValue("01/01/2020");
    }

    @Test
    void aRowMoreOrLessLosesNothing(Visitors visitors) {
        var page = visitors.signedIn("gestionnaire").open(PATH);
        var rows = page.locator("[name='calendar.juryDates.jury']").count();
        last(page, "calendar.juryDates.jury").selectOption("regional");
        last(page, "calendar.juryDates.date").fill("30/06/2027");
        field(page, "reason").fill("Gardé");
        button(page, "Ajouter une ligne").first().click();

        assertThat(page.locator("[name='calendar.juryDates.jury']")).hasCount(rows + 1);
        assertThat(field(page, "reason")).hasValue("Gardé");
        page.locator("[name='calendar.juryDates.jury']").first().selectOption("");
        page.locator("[name='calendar.juryDates.date']").first().fill("");
        save(page);

        assertThat(page.locator("main")).containsText("Nouvelle version enregistrée");
        assertThat(now().calendar().juryDates())
                .hasSameSizeAs(before.calendar().juryDates())
                .doesNotContain(before.calendar().juryDates().get(0))
                .contains(new CallParameters.JuryDate("regional", LocalDate.of(2027, 6, 30)));
    }

    @Test
    void twoManagersOnTheSameCallLoseNothing(Visitors visitors) {
        var first = visitors.signedIn("gestionnaire").open(PATH);
        var second = visitors.signedIn("gestionnaire").open(PATH);
        field(first, "delays.decisionDays").fill("61");
        field(first, "delays.reserveDays").fill("171");
        field(first, "reason").fill("La première");
        saveConfirmed(first);
        assertThat(first.locator("main")).containsText("Nouvelle version enregistrée");
        // How many dossiers are to be confirmed changes for as long as they are on their way to the first version.
        moves.await();

        field(second, "delays.reserveDays").fill("172");
        field(second, "delays.instructionDays").fill("42");
        field(second, "reason").fill("La seconde");
        save(second);

        assertThat(summary(second)).containsText("L’appel a changé pendant votre saisie");
        assertThat(summary(second)).containsText("La première");
        assertThat(field(second, "delays.decisionDays")).hasValue("61");
        assertThat(field(second, "delays.reserveDays")).hasValue("172");
        assertThat(field(second, "delays.reserveDays")).hasAttribute("aria-invalid", "true");
        assertThat(field(second, "reason")).hasValue("La seconde");
        saveConfirmed(second);

        assertThat(second.locator("main")).containsText("Nouvelle version enregistrée");
        var delays = now().delays();
        assertThat(List.of(delays.decisionDays(), delays.reserveDays(), delays.instructionDays()))
                .containsExactly(61, 172, 42);
    }

    private CallParameters now() {
        return calls.current(TestDossiers.CALL).parameters();
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator last(Page page, String name) {
        return field(page, name).last();
    }

    private static Locator summary(Page page) {
        return page.locator("#erreurs");
    }

    /** Until the answer is there to its end: the question whether to confirm comes last. */
    private static void save(Page page) {
        page.evaluate("() => { document.body.dataset.sent = 'yes'; }");
        button(page, "Enregistrer une nouvelle version").click();
        page.locator("body:not([data-sent]) footer").waitFor();
    }

    private static void saveConfirmed(Page page) {
        save(page);
        if (page.locator("#confirmed").count() > 0) {
            page.locator("#confirmed").check();
            save(page);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
