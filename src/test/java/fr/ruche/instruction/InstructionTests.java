package fr.ruche.instruction;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Route;
import fr.ruche.workflow.Processes;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class InstructionTests {

    private static final String COMPLETENESS = "userTask_checkCompleteness";
    private static final String INSTRUCT = "userTask_instruct";

    @Autowired
    TestDossiers given;

    @Autowired
    Completeness completeness;

    @Autowired
    Instructions instructions;

    @Autowired
    Routing routing;

    @Autowired
    JurySessions sessions;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Processes processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate sql;

    private void answer(DossierNumber number, String step, Map<String, Object> fields) {
        given.answer(number, step, "instructeur", fields);
    }

    private DossierNumber depositedWithoutPapers() {
        var number = given.conform();
        dossiers.saveFull(number, given.full(), given.holder(), null);
        dossiers.depositFull(number, given.holder());
        return number;
    }

    @Test
    void aDossierWithoutItsPapersIsCompleteOnlyWithAReason() {
        var number = depositedWithoutPapers();

        faultsOf(() -> answer(number, COMPLETENESS, Map.of("completenessVerdict", "COMPLETE")))
                .extracting(Fault::field)
                .containsExactly("completenessReason");
        answer(
                number,
                COMPLETENESS,
                Map.of("completenessVerdict", "COMPLETE", "completenessReason", "Pièces reçues par courrier"));

        var check = completeness.history(number).get(0);
        assertThat(check.overridden()).isTrue();
        assertThat(check.missing()).isNotEmpty();
        assertThat(processes.waitingAt(number.value())).containsExactly(INSTRUCT);
    }

    @Test
    void papersAreAskedForByALetterThatNamesThemAndTheDossierComesBack() {
        var number = depositedWithoutPapers();
        faultsOf(() -> completeness.check(number, CompletenessVerdict.TO_COMPLETE, null, given.manager()))
                .extracting(Fault::field)
                .containsExactly("completenessReason");
        var missing = dossiers.missingDocuments(number);

        answer(
                number,
                COMPLETENESS,
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Il manque des pièces"));

        assertThat(dossiers.get(number).clock()).isEqualTo("PORTEUR");
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.DOCUMENTS_REQUESTED)
                .singleElement()
                .satisfies(m -> assertThat(m.body()).contains(missing).contains("Il manque des pièces"));
        given.attach(number);
        dossiers.depositFull(number, given.holder());
        assertThat(processes.waitingAt(number.value())).containsExactly(COMPLETENESS);
        answer(number, COMPLETENESS, Map.of("completenessVerdict", "COMPLETE"));
        assertThat(completeness.history(number))
                .hasSize(2)
                .last()
                .satisfies(c -> assertThat(c.overridden()).isFalse());
    }

    @Test
    void afterTheDeadlineOfACallWithoutRegularisationAskingForPapersIsAMotivatedOverride() {
        var number = given.fullDeposited();
        assertThat(completeness.overrideRequired(number)).isFalse();
        sql.update("update dossier set call = 'DSDT-2015', call_version = 1 where number = ?", number.value());

        assertThat(completeness.overrideRequired(number)).isTrue();
        faultsOf(() -> completeness.check(number, CompletenessVerdict.TO_COMPLETE, null, given.manager()))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.message()).contains("dérogation").contains("23/01/2015"));
        completeness.check(number, CompletenessVerdict.TO_COMPLETE, "Pièce illisible", given.manager());
        assertThat(completeness.history(number))
                .singleElement()
                .satisfies(c -> assertThat(c.overridden()).isTrue());
    }

    @Test
    void anInadmissibleDossierEndsWithItsReason() {
        var number = given.fullDeposited();
        faultsOf(() -> answer(number, COMPLETENESS, Map.of("completenessVerdict", "INADMISSIBLE")))
                .extracting(Fault::field)
                .containsExactly("completenessReason");

        answer(
                number,
                COMPLETENESS,
                Map.of("completenessVerdict", "INADMISSIBLE", "completenessReason", "Étranger à l’appel"));

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.IRRECEVABLE);
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.INADMISSIBLE)
                .singleElement()
                .satisfies(m -> assertThat(m.body()).contains("Étranger à l’appel"));
    }

    @Test
    void anUnfavourableOpinionMustBeMotivated() {
        var number = given.complete();

        faultsOf(() -> instructions.give(number, false, null, null, given.manager()))
                .extracting(Fault::field)
                .containsExactly("instructionNote");
        answer(
                number,
                INSTRUCT,
                Map.of("instructionOpinion", "UNFAVOURABLE", "instructionNote", "Le besoin n’est pas établi"));

        assertThat(instructions.latest(number).orElseThrow().favourable()).isFalse();
        assertThat(processes.waitingAt(number.value())).containsExactly("event_putOnAgenda");
    }

    @Test
    void theUncoveredNeedIsRuledOnOnlyForAProgrammeOfActivity() {
        var plain = given.complete();
        assertThat(instructions.uncoveredNeedAsked(plain)).isFalse();
        assertThat(instructions.contentAnalysis(plain)).as("fiche 1").isFalse();

        var number = given.complete("F1", true);
        assertThat(instructions.uncoveredNeedAsked(number)).isTrue();
        faultsOf(() -> instructions.give(number, true, null, null, given.manager()))
                .extracting(Fault::rule)
                .containsExactly("ELIG-10");
    }

    @Test
    void aNeedThatIsNotEstablishedMakesTheDossierInadmissibleWithoutAJury() {
        var number = given.complete("F1", true);

        answer(number, INSTRUCT, Map.of("instructionOpinion", "FAVOURABLE", "uncoveredNeedEstablished", "false"));

        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_recordDecision");
        assertThat(dossiers.get(number).jury()).isNull();
        assertThat(dossiers.lastAssessment(number).orElseThrow().failures())
                .extracting(f -> f.rule())
                .contains("ELIG-10");
    }

    @Test
    void aNeedThatIsEstablishedGoesToTheJuryOfTheTerritory() {
        var number = given.complete("F1", true);

        answer(number, INSTRUCT, Map.of("instructionOpinion", "FAVOURABLE", "uncoveredNeedEstablished", "true"));

        var dossier = dossiers.get(number);
        assertThat(dossier.uncoveredNeed()).isTrue();
        assertThat(dossier.route()).isEqualTo(Route.JURY_TERRITORIAL);
        assertThat(dossier.jury()).isEqualTo(TestDossiers.TERRITORY);
        assertThat(dossier.routeReason()).startsWith("ROUTE-01");
    }

    @Test
    void aManagerSendsADossierToAnotherJuryAndItsTaskFollows() {
        var number = given.instructed();

        routing.change(number, Route.JURY_REGIONAL, "Projet de portée régionale", given.manager());

        assertThat(dossiers.get(number).jury()).isEqualTo("regional");
        assertThat(dossiers.get(number).routeReason()).contains("Projet de portée régionale");
        given.putOnAgenda(number);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .taskCandidateGroup("jury-regional")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDossierWhoseJuryChangesLeavesTheAgendaItWasOn() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);

        routing.change(number, Route.JURY_REGIONAL, "Un élu est intéressé", given.manager());

        assertThat(sessions.get(session.id()).onAgenda()).isEmpty();
        assertThat(sessions.get(session.id()).agenda())
                .singleElement()
                .satisfies(item -> assertThat(item.removalMotive()).contains("Un élu est intéressé"));
        assertThat(processes.waitingAt(number.value())).containsExactly("event_putOnAgenda");
    }

    @Test
    void onlyAManagerWithAMotiveChangesTheJuryOfADossierThatWaitsForOne() {
        var number = given.instructed();
        var officer = actors.find("instructeur").orElseThrow();

        assertThatThrownBy(() -> routing.change(number, Route.JURY_REGIONAL, "Motif", officer))
                .isInstanceOf(Forbidden.class);
        faultsOf(() -> routing.change(number, Route.JURY_REGIONAL, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        assertThatThrownBy(() -> routing.change(number, Route.JURY_TERRITORIAL, "Motif", given.manager()))
                .isInstanceOf(Conflict.class);
        var elsewhere = given.complete();
        assertThatThrownBy(() -> routing.change(elsewhere, Route.JURY_REGIONAL, "Motif", given.manager()))
                .isInstanceOf(Conflict.class);
    }
}
