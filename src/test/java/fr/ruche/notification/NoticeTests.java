package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestCalls;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.Arrival;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signs a decision, when it is known to its porteur, and when an acknowledgment is late. */
@IntegrationTest
class NoticeTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestClock time;

    @Autowired
    Clock clock;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications letters;

    @Autowired
    Notices notices;

    @Autowired
    Calls calls;

    @Autowired
    TestCalls call;

    @Autowired
    JdbcClient database;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void aDecisionIsSignedByWhomTheCallNames() {
        var contact = calls.current(TestDossiers.CALL).parameters().contact();
        var rejected = rejected();

        assertThat(letter(rejected, Letter.REJECTED).signature())
                .isEqualTo(contact.signatory() + "\n" + contact.signatoryCapacity())
                .contains("fictive");
        assertThat(letter(rejected, Letter.DOSSIER_RECEIVED).signature()).isEmpty();
        assertThat(ApiClient.as("porteur", port)
                        .get("/dossiers/" + rejected + "/messages")
                        .text())
                .contains(contact.signatory(), contact.signatoryCapacity());
    }

    @Test
    void aDecisionThatNobodySignsIsRefusedWithWhereToSayIt() {
        var number = given.judged();
        unsigned(() -> {
            assertThatThrownBy(() -> reject(number))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Signataire des décisions")
                    .hasMessageContaining("Qualité du signataire")
                    .hasMessageContaining("Dates, délais et règles");
            assertThat(dossiers.get(number).step()).isEqualTo("userTask_recordDecision");
            assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.EN_COURS);
            var refused = ApiClient.as("gestionnaire", port)
                    .post("/dossiers/" + number + "/withdrawal", "{\"motive\":\"Doublon\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("Signataire des décisions");
        });
        reject(number);
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REJETE);
    }

    /** A timer cannot be told why it is refused: the dossier waits, and ends once the call names its signatory. */
    @Test
    void aLapseThatNobodySignsWaitsForTheSignatory() {
        var number = given.conform();
        unsigned(() -> {
            var lapse = job(number, "timer_dossierDeadline");
            assertThatThrownBy(() -> management.executeJob(lapse)).hasMessageContaining("Signataire des décisions");
            management.setJobRetries(lapse, 0);
            assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.EN_COURS);
        });

        var lapse = job(number, "timer_dossierDeadline");
        assertThat(management.createJobQuery().jobId(lapse).singleResult().getRetries())
                .isPositive();
        management.executeJob(lapse);
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.CADUC);
        assertThat(letter(number, Letter.LAPSED).signature()).isNotEmpty();
    }

    @Test
    void theFirstReadingByThePorteurNotifiesTheDecision() {
        var number = rejected();
        var written = today();
        var letter = letter(number, Letter.REJECTED);
        assertThat(only(number))
                .returns(Notice.State.AVAILABLE, Notice::state)
                .returns(written.plusDays(15), Notice::on);
        assertThat(waiting()).contains(letter.id().toString());

        at(written.plusDays(2), () -> {
            ApiClient.as("instructeur", port).get("/dossiers/" + number + "/messages");
            assertThat(only(number).state()).as("an officer’s reading").isEqualTo(Notice.State.AVAILABLE);
            ApiClient.as("porteur", port).get("/dossiers/" + number + "/messages/" + letter.id() + "/pdf");
        });
        at(written.plusDays(5), () -> letters.readBy(given.holder(), number));

        assertThat(only(number)).returns(Notice.State.READ, Notice::state).returns(written.plusDays(2), Notice::on);
        assertThat(waiting()).doesNotContain(letter.id().toString());
    }

    @Test
    void whatIsNotReadIsDeemedKnownFifteenDaysLater() {
        var number = rejected();
        var id = only(number).message();
        at(today().plusDays(14), () -> assertThat(known()).contains(id));
        at(today().plusDays(15), () -> {
            assertThat(known()).doesNotContain(id);
            assertThat(only(number).deemedOn(today())).isTrue();
        });
    }

    @Test
    void whatCannotBeReadOnlineIsHandedOverInTime() {
        var number = withoutAccount();
        dossiers.withdraw(number, given.manager(), "Doublon");
        var days = calls.current(TestDossiers.CALL).parameters().handOver().days();
        var written = today();
        var notice = only(number);
        assertThat(notice)
                .returns(Notice.State.TO_HAND, Notice::state)
                .returns(today().plusDays(days), Notice::due)
                .returns(null, Notice::on);
        assertThat(notice.lateOn(today().plusDays(days))).isFalse();

        at(today().plusDays(days + 1L), () -> {
            assertThat(notices.late(given.manager())).isPositive();
            assertThat(known()).contains(notice.message());
        });
        at(today().plusDays(40), () -> assertThat(known()).as("never by itself").contains(notice.message()));

        at(today().plusDays(3), () -> {
            var api = ApiClient.as("gestionnaire", port);
            var path = "/notices/" + notice.message();
            assertThat(api.put(path, "{}").status()).isEqualTo(400);
            assertThat(api.put(path, on(written.minusDays(1))).status()).isEqualTo(400);
            assertThat(api.put(path, on(written.plusDays(4))).status()).isEqualTo(400);
            assertThat(api.put(path, on(written.plusDays(2))).status()).isEqualTo(200);
            assertThat(ApiClient.as("instructeur", port).get("/notices").status())
                    .isEqualTo(403);
            assertThat(ApiClient.as("instructeur", port).put(path, on(written)).status())
                    .isEqualTo(403);
        });
        assertThat(only(number)).returns(Notice.State.HANDED, Notice::state).returns(today().plusDays(2), Notice::on);
    }

    @Test
    void aPaperThatIsRegisteredTooLateIsAcknowledgedLate() {
        var received = today();
        at(received.plusDays(30), () -> {
            var late = letter(paper(received), Letter.FICHE_RECEIVED);
            assertThat(late.late()).isTrue();
            assertThat(late.dueOn()).isBetween(received.plusDays(13), received.plusDays(20));
            assertThat(letter(paper(received.plusDays(27)), Letter.FICHE_RECEIVED)
                            .late())
                    .isFalse();
        });
        assertThat(letter(paper(received), Letter.FICHE_RECEIVED).late()).isFalse();
    }

    private DossierNumber paper(LocalDate received) {
        var arrival = Arrival.paper(ParisTime.startOf(received), null);
        return dossiers.registerFiche(TestDossiers.CALL, null, given.fiche("F1", false), arrival, given.manager());
    }

    private DossierNumber withoutAccount() {
        return paper(today());
    }

    private DossierNumber rejected() {
        var number = given.judged();
        reject(number);
        return number;
    }

    private void reject(DossierNumber number) {
        given.answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "REJETE",
                        "deliberationNumber", "2026.0099",
                        "deliberationDate", today().toString(),
                        "decisionReason", "Crédits épuisés."));
    }

    private Notice only(DossierNumber number) {
        var all = notices.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<UUID> known() {
        return notices.waiting(given.manager()).stream().map(Notice::message).toList();
    }

    private String waiting() {
        return ApiClient.as("gestionnaire", port).get("/notices").text();
    }

    private Message letter(DossierNumber number, Letter letter) {
        return letters.of(number).stream()
                .filter(message -> message.letter() == letter)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String on(LocalDate day) {
        return "{\"on\":\"" + day + "\"}";
    }

    /** As a version was kept before decisions were signed; what is put back has its signatory again. */
    private void unsigned(Runnable action) {
        var was = call.current();
        var version = calls.current(TestDossiers.CALL).version() + 1;
        database.sql("insert into call_version (call, version, parameters, author, reason, created_at)"
                        + " select call, ?, parameters #- '{contact,signatory}' #- '{contact,signatoryCapacity}', author,"
                        + " reason, now() from call_version where call = ? and version = ?")
                .params(version, TestDossiers.CALL, version - 1)
                .update();
        database.sql("update call set version = ? where code = ?")
                .params(version, TestDossiers.CALL)
                .update();
        try {
            action.run();
        } finally {
            call.change(was);
        }
    }

    private void at(LocalDate day, Runnable action) {
        time.at(ParisTime.startOf(day).plusSeconds(12 * 3600), action);
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }

    private String job(DossierNumber number, String timer) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(timer)
                .singleResult()
                .getId();
    }
}
