package fr.ruche.conformity;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Conformity;
import fr.ruche.workflow.Processes;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ConformityTests {

    private static final String STEP = "userTask_checkConformity";

    @Autowired
    TestDossiers given;

    @Autowired
    ConformityChecks checks;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private void answer(DossierNumber number, Map<String, Object> fields) {
        given.answer(number, STEP, "technicien", fields);
    }

    private void fire(DossierNumber number, String timer) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        management.executeJob(job.getId());
    }

    @Test
    void anOpinionIsKeptWithItsAuthorAndOpensTheFullDossier() {
        var number = given.ficheDeposited();

        answer(number, Map.of("conformityVerdict", "CONFORM_WITH_RESERVES", "conformityReason", "Budget à préciser"));

        var opinion = checks.latest(number).orElseThrow();
        assertThat(opinion.verdict()).isEqualTo(ConformityVerdict.CONFORM_WITH_RESERVES);
        assertThat(opinion.by()).isEqualTo("Compte technicien");
        assertThat(opinion.inPlaceOf()).isNull();
        assertThat(dossiers.get(number).conformity()).isEqualTo(Conformity.CONFORM_WITH_RESERVES);
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_completeDossier");
        assertThat(dossiers.timeline(number)).extracting(TimelineEntry::kind).contains("CONFORMITY_GIVEN");
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.FICHE_CONFORM)
                .singleElement()
                .extracting(Message::body)
                .asString()
                .contains("Budget à préciser");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFORM")
    void anythingButConformMustSayWhy(ConformityVerdict verdict) {
        var number = given.ficheDeposited();
        var actor = given.manager();

        faultsOf(() -> checks.give(number, new ConformityAnswer(verdict, null, null), actor, false))
                .extracting(Fault::field)
                .containsExactly("conformityReason");
        faultsOf(() -> answer(number, Map.of("conformityVerdict", verdict.name())))
                .extracting(Fault::field)
                .containsExactly("conformityReason");

        assertThat(checks.history(number)).isEmpty();
        assertThat(processes.waitingAt(number.value())).containsExactly(STEP);
    }

    @Test
    void aMeasureWithPrioritiesNeedsARankFromOne() {
        var number = given.ficheDeposited("F2", false);
        var officer = given.manager();

        faultsOf(() -> answer(number, Map.of("conformityVerdict", "CONFORM")))
                .extracting(Fault::field)
                .containsExactly("priorityRank");
        faultsOf(() -> answer(number, Map.of("conformityVerdict", "CONFORM", "priorityRank", "1,5")))
                .extracting(Fault::field)
                .contains("priorityRank");
        faultsOf(() -> checks.give(number, new ConformityAnswer(ConformityVerdict.CONFORM, null, 0), officer, false))
                .extracting(Fault::rule)
                .containsExactly("RANGE");
    }

    @Test
    void aRankIsTakenOncePerTerritoryAndMeasureUntilItsDossierStops() {
        var first = given.ficheDeposited("F3", false);
        var second = given.ficheDeposited("F3", false);
        Map<String, Object> rank = Map.of("conformityVerdict", "CONFORM", "priorityRank", "777");
        answer(first, rank);

        faultsOf(() -> answer(second, rank))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("777").contains("déjà"));
        assertThat(checks.history(second)).isEmpty();

        dossiers.abandon(first, given.holder(), "Projet arrêté");
        answer(second, rank);
        assertThat(checks.latest(second).orElseThrow().priorityRank()).isEqualTo(777);
    }

    @Test
    void aFicheToCorrectComesBackWithBothOpinionsInItsHistory() {
        var number = given.ficheDeposited();
        answer(number, Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le public"));

        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_correctFiche");
        assertThat(dossiers.get(number).clock()).isEqualTo("PORTEUR");
        assertThat(dossiers.get(number).conformity()).isNull();
        var due = java.util.Objects.requireNonNull(dossiers.get(number).dueAt());
        var correctionLimit = FrenchDay.format(ParisTime.dayOf(due.minusMillis(1)));
        dossiers.depositFiche(number, given.holder());
        answer(number, Map.of("conformityVerdict", "CONFORM"));

        assertThat(checks.history(number))
                .extracting(Opinion::verdict)
                .containsExactly(ConformityVerdict.TO_CORRECT, ConformityVerdict.CONFORM);
        assertThat(notifications.of(number))
                .extracting(Message::letter)
                .contains(Letter.FICHE_RECEIVED, Letter.FICHE_TO_CORRECT, Letter.FICHE_CORRECTED, Letter.FICHE_CONFORM);
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.FICHE_TO_CORRECT)
                .singleElement()
                .satisfies(m -> assertThat(m.body()).contains("Précisez le public", "jusqu’au " + correctionLimit));
    }

    @Test
    void aFicheThatIsNotConformEndsWithItsReason() {
        var number = given.ficheDeposited();

        answer(number, Map.of("conformityVerdict", "NOT_CONFORM", "conformityReason", "Hors du projet de territoire"));

        assertThat(processes.waitingAt(number.value())).isEmpty();
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.NON_CONFORME);
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.FICHE_NOT_CONFORM)
                .singleElement()
                .satisfies(m -> assertThat(m.body()).contains("Hors du projet de territoire"));
    }

    @Test
    void aSilentIntercommunalityIsRemindedThenTheRegionRulesInItsPlace() {
        var number = given.ficheDeposited();
        fire(number, "timer_conformityReminder");
        assertThat(dossiers.timeline(number)).extracting(TimelineEntry::kind).contains("CONFORMITY_REMINDED");
        assertThat(processes.waitingAt(number.value())).containsExactly(STEP);

        fire(number, "timer_conformityEscalation");
        given.answer(number, "userTask_decideConformity", "instructeur", Map.of("conformityVerdict", "CONFORM"));

        var opinion = checks.latest(number).orElseThrow();
        assertThat(opinion.inPlaceOf()).isEqualTo(TestDossiers.TERRITORY);
        assertThat(opinion.by()).isEqualTo("Compte instructeur");
    }
}
