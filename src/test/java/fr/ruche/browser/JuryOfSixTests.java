package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.College;
import fr.ruche.jury.Conflicts;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionStatus;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Sheet;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import fr.ruche.workflow.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole session: six jurors in six browsers, two of them kept from a dossier, one who leaves half-way. */
@BrowserTest
class JuryOfSixTests {

    private static final String STEP = "userTask_recordJuryOutcome";
    private static final int DOSSIERS = 3;
    private static final int JURORS = 6;

    @Autowired
    MarkingSessions given;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    JurySessions sessions;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Markings markings;

    @Autowired
    Sheets sheets;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Processes processes;

    @Test
    void sixJurorsMarkDeliberateAndRecord(Visitors visitors) throws Exception {
        var session = given.convened(
                DOSSIERS,
                IntStream.range(0, JURORS).mapToObj(JuryOfSixTests::member).toList());
        var path = "/bureau/seances/" + session.id();
        var jury = IntStream.range(0, JURORS)
                .mapToObj(at -> visitors.signedIn(username(at)))
                .toList();

        declares(jury.get(1), path, dossier(session, 0));
        conflicts.declare(session.id(), name(2), dossier(session, 1).value(), "Un proche", dossiers.manager());
        markings.open(session.id(), null, dossiers.manager());
        for (int at = 0; at < DOSSIERS; at++) {
            for (int juror = 0; juror < JURORS; juror++) {
                var kept = juror == 1 && at == 0 || juror == 2 && at == 1;
                var gone = juror == JURORS - 1 && at > 0;
                if (!kept && !gone) {
                    marks(jury.get(juror), path + "/notes/" + dossier(session, at), juror + at);
                }
            }
        }
        markings.reveal(session.id(), true, dossiers.manager());

        assertThat(sheets.readable(session.id(), dossiers.manager()))
                .hasSize(JURORS * DOSSIERS - 2 - (DOSSIERS - 1))
                .extracting(Sheet::state)
                .containsOnly(SheetState.SUBMITTED);
        var free = jury.get(0).open(path + "/resultats");
        assertThat(free.locator("th.named")).hasCount(DOSSIERS);
        var keptFrom = jury.get(1).open(path + "/resultats");
        assertThat(keptFrom.locator("main"))
                .not()
                .containsText(dossier(session, 0).value());
        jury.get(0).fitsEveryScreen();
        deliberates(visitors.signedIn("gestionnaire"), path);
        assertThat(jury.get(2).open(path + "/deliberation").locator("main"))
                .containsText("Un conflit d’intérêts vous tient à l’écart");

        twoRecordAtOnce(session);
        for (int at = 1; at < DOSSIERS; at++) {
            dossiers.answer(dossier(session, at), STEP, username(0), refusal());
        }
        closes(session);
        var minutes = jury.get(1).open(path + "/proces-verbal");
        assertThat(minutes.locator("body")).containsText(name(1) + " (conflit d’intérêts déclaré)");
        assertThat(minutes.locator("body")).containsText(name(2) + " (conflit d’intérêts déclaré)");
    }

    private static void declares(Visitor juror, String path, DossierNumber number) {
        var page = juror.open(path + "/deports");
        page.locator("select[name=dossier]").selectOption(number.value());
        page.locator("[name=motive]").fill("Un parent y travaille");
        button(page, "Déclarer").click();
        page.locator("footer").waitFor();
        assertThat(page.locator("main")).containsText(name(1));
    }

    /** As on the page: a digit marks, an arrow goes on, a comment where the mark is an extreme. */
    private static void marks(Visitor juror, String sheet, int mark) {
        var page = juror.open(sheet + "?suite=1");
        assertThat(page.locator("fieldset[data-mark] input:focus")).hasCount(1);
        int indicators = page.locator("fieldset[data-mark]").count();
        for (int at = 0; at < indicators; at++) {
            page.keyboard().press(Integer.toString(2 + (mark + at) % 3));
            page.keyboard().press("ArrowDown");
        }
        page.locator("[data-next]").click();
        page.waitForURL(url -> !url.contains(sheet));
    }

    private static void deliberates(Visitor manager, String path) {
        var page = manager.open(path + "/deliberation");
        page.locator("main form input[type=text]").first().fill("Au fil du classement");
        button(page, "Créer le scénario").click();
        page.locator("footer").waitFor();
        assertThat(page.locator("main")).containsText("Scénario créé");
        manager.fitsEveryScreen();
    }

    /** Two presidents send their opinion on one dossier: one is recorded, the envelope is used once. */
    private void twoRecordAtOnce(JurySession session) throws Exception {
        var number = dossier(session, 0);
        var before = envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING);
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var refused = new ArrayList<String>();
        try {
            var both = List.of(username(0), username(3)).stream()
                    .map(username -> pool.submit(() -> {
                        barrier.await();
                        try {
                            dossiers.answer(
                                    number,
                                    STEP,
                                    username,
                                    Map.of("juryOutcome", "FAVORABLE", "grantedOperating", "5000"));
                            return "";
                        } catch (Conflict late) {
                            return late.getMessage();
                        }
                    }))
                    .toList();
            for (var one : both) {
                refused.add(String.valueOf(one.get()));
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(refused).filteredOn(String::isEmpty).hasSize(1);
        assertThat(before.subtract(
                        envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING)))
                .isEqualByComparingTo("5000.00");
        assertThat(sessions.get(session.id()).onAgenda())
                .filteredOn(item -> item.outcome() != null)
                .hasSize(1);
    }

    private void closes(JurySession session) {
        var key = session.id().toString();
        processes.answer(key, "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        processes.answer(key, "userTask_holdSession", username(0), Map.of());
        processes.answer(key, "userTask_approveMinutes", "gestionnaire", Map.of("minutesApproved", true));
        assertThat(sessions.get(session.id()).status()).isEqualTo(SessionStatus.CLOSE);
    }

    private static Map<String, Object> refusal() {
        return Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Trop tôt", "votesFor", "1", "votesAgainst", "4");
    }

    private static DossierNumber dossier(JurySession session, int at) {
        return session.onAgenda().stream().map(AgendaItem::dossier).toList().get(at);
    }

    private static JuryMember member(int at) {
        return new JuryMember(name(at), at % 2 == 0 ? College.REGION : College.INTERCOMMUNALITE, at == 0, username(at));
    }

    private static String name(int at) {
        return "Siège fictif " + (at + 1);
    }

    private static String username(int at) {
        return "jure-six-" + (at + 1);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
