package fr.ruche.commission;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Credit;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.funding.Envelopes;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.listing.Workbooks;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Notifications;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the commission permanente decides, prepared, voted and carried out in bulk. */
@IntegrationTest
class CommissionTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Ballot ADOPTED = new Ballot("2026-CP-1", 30, 2, 1);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Commission commission;

    @Autowired
    MeetingFiles files;

    @Autowired
    Dossiers dossiers;

    @Autowired
    FundingDecisions decisions;

    @Autowired
    Notifications notifications;

    @Autowired
    Envelopes envelopes;

    private final List<UUID> prepared = new ArrayList<>();

    /** A list of these dossiers alone: those of other tests that wait for a decision are taken off it. */
    private UUID meeting(DossierNumber... only) {
        var meeting = commission.prepare(TestDossiers.CALL, DAY, "Réunion de test", given.manager());
        prepared.add(meeting.id());
        var wanted = List.of(only);
        meeting.items().stream()
                .map(MeetingItem::dossier)
                .filter(number -> !wanted.contains(number))
                .forEach(number -> commission.remove(meeting.id(), number, "D’un autre test", given.manager()));
        return meeting.id();
    }

    /** Nothing that waits stays on the list of a test that is over. */
    @AfterEach
    void close() {
        for (var id : prepared) {
            var meeting = commission.get(id, given.manager());
            if (meeting.status() == MeetingStatus.EN_PREPARATION) {
                meeting.items().forEach(item -> commission.remove(id, item.dossier(), "Fin du test", given.manager()));
            }
        }
    }

    private List<MeetingItem> items(UUID id) {
        return commission.get(id, given.manager()).items();
    }

    @Test
    void everyDossierOfTheListGetsItsDecisionAndItsLetter() {
        var granted = given.judged();
        var refused = given.onAgenda();
        given.answer(
                refused,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Hors sujet"));
        var reserve = given.judged();
        var id = meeting(granted, refused, reserve);
        assertThat(items(id))
                .extracting(MeetingItem::dossier, MeetingItem::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(granted, DecisionOutcome.ATTRIBUE),
                        org.assertj.core.groups.Tuple.tuple(refused, DecisionOutcome.REJETE),
                        org.assertj.core.groups.Tuple.tuple(reserve, DecisionOutcome.ATTRIBUE));
        faultsOf(() -> commission.propose(id, reserve, DecisionOutcome.LISTE_COMPLEMENTAIRE, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        commission.propose(id, reserve, DecisionOutcome.LISTE_COMPLEMENTAIRE, "Crédits insuffisants", given.manager());
        commission.recuse(id, granted, "Claude Fictif", "Siège au conseil du porteur", given.manager());
        assertThatThrownBy(() -> commission.carryOut(id, given.manager()))
                .as("before the vote")
                .isInstanceOf(Conflict.class);

        commission.vote(id, ADOPTED, given.manager());
        assertThatThrownBy(() -> commission.remove(id, granted, "Trop tard", given.manager()))
                .isInstanceOf(Conflict.class);
        assertThat(commission.carryOut(id, given.manager())).isEqualTo(3);

        assertThat(dossiers.get(granted).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(dossiers.get(refused).status()).isEqualTo(DossierStatus.REJETE);
        assertThat(dossiers.get(reserve).status()).isEqualTo(DossierStatus.LISTE_COMPLEMENTAIRE);
        assertThat(decisions.latest(granted).orElseThrow().deliberationNumber()).isEqualTo("2026-CP-1");
        assertThat(notifications.of(granted)).last().satisfies(letter -> {
            assertThat(letter.letter()).isEqualTo(Letter.GRANTED);
            assertThat(letter.body()).contains("2026-CP-1", "02/03/2026");
        });
        assertThat(commission.get(id, given.manager()).status()).isEqualTo(MeetingStatus.EXECUTEE);
        assertThat(commission.carryOut(id, given.manager()))
                .as("nothing is left")
                .isZero();
        assertThat(decisions.history(granted)).hasSize(1);
        assertThat(commission.refill(meeting(), given.manager()))
                .as("the reserve list does not come back by itself")
                .isZero();
    }

    @Test
    void aRehearsalTellsEverythingAndChangesNothing() {
        var good = given.judged();
        var bad = given.judged();
        var id = meeting(good, bad);
        commission.propose(id, bad, DecisionOutcome.REJETE, "x".repeat(5000), given.manager());
        var before = envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING);
        var letters = notifications.of(good).size();

        var tried = commission.rehearse(id, given.manager());

        assertThat(tried)
                .filteredOn(one -> one.dossier().equals(good.value()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.refusal()).isNull();
                    assertThat(one.letter()).isNotNull();
                    assertThat(String.valueOf(one.letter())).contains("5\u202f000,00\u00a0€");
                });
        assertThat(tried)
                .filteredOn(one -> one.dossier().equals(bad.value()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.refusal()).isNotBlank();
                    assertThat(one.letter()).isNull();
                });
        assertThat(dossiers.get(good).step()).isEqualTo(Commission.STEP);
        assertThat(decisions.history(good)).isEmpty();
        assertThat(notifications.of(good)).hasSize(letters);
        assertThat(envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING))
                .isEqualByComparingTo(before);
    }

    @Test
    void oneThatIsDecidedElsewhereAfterTheVoteIsLeftAsItIs() {
        var good = given.judged();
        var gone = given.judged();
        var id = meeting(good, gone);
        commission.vote(id, ADOPTED, given.manager());
        given.answer(
                gone,
                Commission.STEP,
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "ATTRIBUE",
                        "deliberationNumber", "2026-0",
                        "deliberationDate", "02/03/2026"));

        assertThat(commission.carryOut(id, given.manager())).isEqualTo(1);

        assertThat(items(id))
                .filteredOn(item -> item.refusal() != null)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.dossier()).isEqualTo(gone);
                    assertThat(item.refusal()).contains("Décidé hors de cette réunion");
                });
        assertThat(commission.get(id, given.manager()).status()).isEqualTo(MeetingStatus.EXECUTEE);
        assertThat(decisions.history(good)).hasSize(1);
        assertThat(decisions.history(gone)).hasSize(1);
    }

    @Test
    void oneThatIsRefusedSaysWhyDoesNotStopTheOthersAndIsTriedAgain() {
        var good = given.judged();
        var bad = given.judged();
        var id = meeting(good, bad);
        commission.propose(id, bad, DecisionOutcome.REJETE, "x".repeat(5000), given.manager());
        commission.vote(id, ADOPTED, given.manager());

        assertThat(commission.carryOut(id, given.manager())).isEqualTo(1);

        assertThat(items(id)).filteredOn(MeetingItem::pending).singleElement().satisfies(item -> {
            assertThat(item.dossier()).isEqualTo(bad);
            assertThat(item.refusal()).isNotBlank();
        });
        assertThat(commission.get(id, given.manager()).status()).isEqualTo(MeetingStatus.VOTEE);
        assertThat(commission.carryOut(id, given.manager())).isZero();
        given.answer(
                bad,
                Commission.STEP,
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "REJETE",
                        "decisionReason", "Hors sujet",
                        "deliberationNumber", "2026-CP-1",
                        "deliberationDate", "02/03/2026"));
        assertThat(commission.carryOut(id, given.manager())).isZero();
        assertThat(commission.get(id, given.manager()).status()).isEqualTo(MeetingStatus.EXECUTEE);
    }

    @Test
    void aRecusalIsTakenBack() {
        var number = given.judged();
        var id = meeting(number);
        commission.recuse(id, number, "Claude Fictif", "Siège au conseil du porteur", given.manager());
        faultsOf(() -> commission.takeBack(id, number, "Autre Fictif", given.manager()))
                .extracting(Fault::field)
                .containsExactly("name");

        commission.takeBack(id, number, "Claude Fictif", given.manager());

        assertThat(items(id))
                .singleElement()
                .satisfies(item -> assertThat(item.recusals()).isEmpty());
    }

    @Test
    void twoManagersWhoPrepareAtOnceShareTheDossiers() throws Exception {
        var number = given.judged();
        Callable<Meeting> prepare = () -> commission.prepare(TestDossiers.CALL, DAY, "À deux", given.manager());
        var pool = Executors.newFixedThreadPool(2);
        var lists = new ArrayList<DossierNumber>();
        try {
            for (var one : pool.invokeAll(List.of(prepare, prepare))) {
                prepared.add(one.get().id());
                one.get().items().forEach(item -> lists.add(item.dossier()));
            }
        } finally {
            pool.shutdown();
        }

        assertThat(lists).doesNotHaveDuplicates().contains(number);
    }

    @Test
    void twoManagersWhoCarryOutAtOnceDecideOnce() throws Exception {
        var numbers = List.of(given.judged(), given.judged(), given.judged());
        var id = meeting(numbers.toArray(DossierNumber[]::new));
        commission.vote(id, ADOPTED, given.manager());
        Callable<Integer> carry = () -> commission.carryOut(id, given.manager());
        var pool = Executors.newFixedThreadPool(2);
        var done = 0;
        try {
            for (var one : pool.invokeAll(List.of(carry, carry))) {
                done += one.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(done).isEqualTo(3);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(decisions.history(number)).hasSize(1));
        assertThat(commission.get(id, given.manager()).status()).isEqualTo(MeetingStatus.EXECUTEE);
    }

    @Test
    void whatIsMissingOrImpossibleIsNamed() {
        faultsOf(() -> commission.prepare("AUTRE", null, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("call", "day", "title");
        var number = given.judged();
        var id = meeting(number);
        assertThatThrownBy(() -> commission.put(meeting(), number, given.manager()))
                .as("on one list at a time")
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> commission.put(id, given.instructed(), given.manager()))
                .isInstanceOf(Conflict.class);
        faultsOf(() -> commission.vote(id, new Ballot(" ", 2, 2, 0), given.manager()))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("deliberationNumber:REQUIRED", "inFavour:MAJORITY");
        faultsOf(() -> commission.vote(id, new Ballot("2026-1", null, null, null), given.manager()))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("inFavour:REQUIRED");
        faultsOf(() -> commission.recuse(id, number, "", " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("name", "motive");
        commission.remove(id, number, "Pièce attendue", given.manager());
        assertThatThrownBy(() -> commission.vote(id, ADOPTED, given.manager())).isInstanceOf(Conflict.class);
        commission.put(id, number, given.manager());
        assertThat(items(id)).hasSize(1);
        var later = commission.prepare(TestDossiers.CALL, LocalDate.of(2100, 1, 1), "Réunion à venir", given.manager());
        prepared.add(later.id());
        commission.remove(id, number, "Pour la suivante", given.manager());
        commission.put(later.id(), number, given.manager());
        faultsOf(() -> commission.vote(later.id(), ADOPTED, given.manager()))
                .extracting(Fault::field)
                .containsExactly("day");
    }

    @Test
    void theReportAndTheListTellWhatIsOnTheList() throws Exception {
        var number = given.judged();
        var id = meeting(number);
        commission.propose(id, number, DecisionOutcome.ATTRIBUE, "=1+1", given.manager());
        commission.recuse(id, number, "Claude Fictif", "Siège au conseil du porteur", given.manager());

        try (var pdf = Loader.loadPDF(files.report(id, given.manager()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(number.value(), "Claude Fictif", "Ne prennent pas part au vote")
                    .containsPattern("5\\h000,00\\h€");
        }
        var sheet = Workbooks.sheet(files.list(id, given.manager()));
        assertThat(sheet)
                .contains(number.value(), ">5000", "=1+1", "Claude Fictif")
                .as("a text, no formula")
                .doesNotContain("<f>");
    }

    @Test
    void itIsDoneThroughTheApi() {
        var number = given.judged();
        var id = meeting(number);
        var manager = ApiClient.as("gestionnaire", port);
        var path = "/commission/meetings/" + id;
        assertThat(manager.get(path).json().path("items").findValuesAsText("dossier"))
                .containsExactly(number.value());
        assertThat(manager.post(path + "/rehearsal", "{}")
                        .json()
                        .path(0)
                        .path("letter")
                        .path("subject")
                        .asText())
                .isNotBlank();
        assertThat(manager.post(path + "/execution", "{}").status()).isEqualTo(409);
        assertThat(manager.post(
                                path + "/vote",
                                "{\"deliberationNumber\": \"2026-CP-9\", \"inFavour\": 3, \"against\": 0, \"abstained\": 0}")
                        .status())
                .isEqualTo(200);
        assertThat(manager.post(path + "/execution", "{}").json().path("status").asText())
                .isEqualTo("EXECUTEE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region", "admin"})
    void onlyManagersReadAndAct(String username) {
        var somebody = ApiClient.as(username, port);
        assertThat(somebody.get("/commission/meetings").status()).isEqualTo(403);
        assertThat(somebody.post("/commission/meetings", "{}").status()).isEqualTo(403);
        var id = UUID.randomUUID();
        assertThat(somebody.get("/commission/meetings/" + id + "/report.pdf").status())
                .isEqualTo(403);
        assertThat(somebody.post("/commission/meetings/" + id + "/execution", "{}")
                        .status())
                .isEqualTo(403);
    }
}
