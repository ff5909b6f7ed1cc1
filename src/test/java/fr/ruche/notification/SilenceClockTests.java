package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.NearSilence;
import fr.ruche.dossier.Silence;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.programme.Calls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The time after which silence is a rejection, on real dossiers: in the letters, the API and the alert of officers. */
@IntegrationTest
class SilenceClockTests {

    private static final String COMPLETENESS = "userTask_checkCompleteness";
    private static final Map<String, Object> ASKED =
            Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Il manque une pièce");

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestClock clock;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications letters;

    @Autowired
    Calls calls;

    @Autowired
    Actors actors;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void theAcknowledgmentHoldsEverythingThatTheLawAsksOfIt() {
        var number = given.fullDeposited();
        var contact = calls.current(TestDossiers.CALL).parameters().contact();
        var until = today().plusMonths(2);

        assertThat(letter(number, Letter.DOSSIER_RECEIVED))
                .satisfies(letter -> assertThat(letter.body())
                        .contains(Objects.requireNonNull(dossiers.get(number).dossierArrival())
                                .shown())
                        .contains(contact.address(), contact.email(), contact.phone(), contact.remedies())
                        .contains("vaut rejet")
                        .contains("réputée rejetée le " + FrenchDay.format(until)));
        assertThat(letter(number, Letter.DOSSIER_RECEIVED).sender()).startsWith(contact.authority());
        assertThat(dossiers.get(number).silence()).isEqualTo(new Silence(until, null));
        assertThat(ApiClient.as("porteur", port)
                        .get("/dossiers/" + number)
                        .json()
                        .path("silence")
                        .path("until")
                        .asText())
                .isEqualTo(until.toString());
    }

    @Test
    void itDoesNotRunWhilePapersAreAwaited() {
        var number = given.fullDeposited();
        var until = today().plusMonths(2);
        var days = calls.current(TestDossiers.CALL).parameters().delays().documentsDays();

        at(today().plusDays(10), () -> given.answer(number, COMPLETENESS, "instructeur", ASKED));
        assertThat(dossiers.get(number).silence()).isEqualTo(new Silence(until, today().plusDays(10)));
        assertThat(letter(number, Letter.DOCUMENTS_REQUESTED).body())
                .contains("jusqu’au " + FrenchDay.format(today().plusDays(10 + days)))
                .contains("réputée rejetée le " + FrenchDay.format(until.plusDays(days)));

        at(today().plusDays(14), () -> dossiers.depositFull(number, given.holder()));
        assertThat(dossiers.get(number).silence()).isEqualTo(new Silence(until.plusDays(4), null));
        assertThat(letter(number, Letter.DOCUMENTS_RECEIVED).body())
                .contains("réputée rejetée le " + FrenchDay.format(until.plusDays(4)));
    }

    @Test
    void papersThatNeverComeSuspendItUntilTheLimitEvenWhenTheTimerIsLate() {
        var number = given.fullDeposited();
        var until = today().plusMonths(2);
        var days = calls.current(TestDossiers.CALL).parameters().delays().documentsDays();

        at(today(), () -> given.answer(number, COMPLETENESS, "instructeur", ASKED));
        at(today().plusDays(days + 9), () -> fire(number, "timer_documents"));

        assertThat(dossiers.get(number).silence()).isEqualTo(new Silence(until.plusDays(days), null));
    }

    @Test
    void officersAreWarnedInTimeAndOnlyOfTheirOwn() {
        var number = given.fullDeposited();
        var until = today().plusMonths(2);
        var alert = calls.current(TestDossiers.CALL).parameters().silence().alertDays();

        at(until.minusDays(alert + 1), () -> assertThat(warned("instructeur")).doesNotContain(number.value()));
        at(until.minusDays(alert), () -> {
            for (var officer : List.of("instructeur", "technicien", "gestionnaire")) {
                assertThat(warned(officer)).as(officer).contains(number.value());
            }
            for (var other : List.of("technicien2", "jure-interco", "jure-region", "porteur", "modeleur")) {
                assertThat(warned(other)).as(other).doesNotContain(number.value());
            }
        });
        at(until.plusDays(100), () -> assertThat(warned("instructeur")).contains(number.value()));

        at(until.minusDays(alert), () -> given.answer(number, COMPLETENESS, "instructeur", ASKED));
        at(until, () -> assertThat(warned("instructeur")).as("suspended").doesNotContain(number.value()));
    }

    @Test
    void aDecisionEndsIt() {
        var number = given.fullDeposited();
        given.answer(
                number,
                COMPLETENESS,
                "instructeur",
                Map.of("completenessVerdict", "INADMISSIBLE", "completenessReason", "Étranger à l’appel"));

        assertThat(dossiers.get(number).silence()).isNull();
        at(today().plusMonths(2), () -> assertThat(warned("gestionnaire")).doesNotContain(number.value()));
    }

    @Test
    void theAlertIsInTheApiForOfficers() {
        var number = given.fullDeposited();
        at(today().plusMonths(2), () -> {
            assertThat(ApiClient.as("instructeur", port)
                            .get("/dossiers/near-silence")
                            .text())
                    .contains(number.value());
            assertThat(ApiClient.as("porteur", port)
                            .get("/dossiers/near-silence")
                            .json())
                    .isEmpty();
        });
    }

    private List<String> warned(String account) {
        Actor officer = actors.find(account).orElseThrow();
        return dossiers.nearSilence(officer).stream()
                .map(NearSilence::dossier)
                .map(fr.ruche.dossier.DossierSummary::number)
                .toList();
    }

    private Message letter(DossierNumber number, Letter letter) {
        return letters.of(number).stream()
                .filter(message -> message.letter() == letter)
                .findFirst()
                .orElseThrow();
    }

    private void fire(DossierNumber number, String timer) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(timer)
                .singleResult();
        management.executeJob(job.getId());
    }

    private void at(LocalDate day, Runnable action) {
        Instant noon = ParisTime.startOf(day).plusSeconds(12 * 3600);
        clock.at(noon, action);
    }

    private static LocalDate today() {
        return LocalDate.now(ParisTime.ZONE);
    }
}
