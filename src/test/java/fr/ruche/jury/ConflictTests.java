package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.Interests;
import fr.ruche.dossier.RecusalGround;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Results;
import fr.ruche.marking.Sheets;
import fr.ruche.programme.HolderKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has a conflict of interest is kept from the dossier at every door, from its marks and from its minutes. */
@IntegrationTest
class ConflictTests {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String STEP = "userTask_recordJuryOutcome";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    MarkingSessions marking;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Interests interests;

    @Autowired
    Markings markings;

    @Autowired
    Sheets sheets;

    @Autowired
    Results results;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Actors actors;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    /** A member of the jury of Lens of this test's own. */
    private String juror() {
        var name = "jure-conflit-" + NAMES.incrementAndGet();
        accounts.ensure(name, new Membership(Role.JURY_MEMBER, TestDossiers.TERRITORY));
        return name;
    }

    private Actor actor(String username) {
        return actors.find(username).orElseThrow();
    }

    private JurySession session(String regionMember, String townMember) {
        return given.called(sessions.convene(
                new SessionPlan(
                        TestDossiers.CALL,
                        TestDossiers.TERRITORY,
                        clock.instant().plus(Duration.ofDays(300 + NAMES.incrementAndGet())),
                        "Lens, salle fictive",
                        List.of(
                                new JuryMember("Présidence fictive", College.REGION, true, null),
                                new JuryMember("Région " + regionMember, College.REGION, false, regionMember),
                                new JuryMember("Ville " + townMember, College.INTERCOMMUNALITE, false, townMember))),
                given.manager()));
    }

    private JurySession put(JurySession session, DossierNumber number) {
        agendas.put(session.id(), number, given.manager());
        return sessions.get(session.id());
    }

    private boolean listed(Actor actor, DossierNumber number) {
        return !dossiers.search(DossierFilter.ALL.containing(number.value()), actor, 0, 1, DossierSort.NUMBER)
                .items()
                .isEmpty();
    }

    private void assertSees(String username, DossierNumber number, boolean seen) {
        var actor = actor(username);
        assertThat(dossiers.sees(actor, number)).as("one by one").isEqualTo(seen);
        assertThat(listed(actor, number)).as("in lists").isEqualTo(seen);
        assertThat(dossiers.seen(actor, Set.of(number)).containsKey(number))
                .as("together")
                .isEqualTo(seen);
        var path = "/dossiers/" + number;
        for (var end : List.of("", "/documents", "/conformity", "/instruction", "/decisions", "/messages")) {
            assertThat(ApiClient.as(username, port).get(path + end).status())
                    .as(end)
                    .isEqualTo(seen ? 200 : 404);
        }
        var page = new TestBrowser(port).signIn(username).get("/bureau/dossiers/" + number);
        assertThat(page.statusCode()).as("page").isEqualTo(seen ? 200 : 404);
        var export = ApiClient.as(username, port).get("/dossiers.csv?q=" + number);
        assertThat(export.text().contains(number.value())).as("export").isEqualTo(seen);
        assertTask(username, number, seen);
    }

    /** The doors of the engine: the list of the group, the task, its form, its answer. */
    private void assertTask(String username, DossierNumber number, boolean seen) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(STEP)
                .singleResult();
        if (task == null) {
            return;
        }
        var browser = new TestBrowser(port);
        var groups = "&candidateGroup=jury-" + TestDossiers.TERRITORY;
        for (var more : List.of("", groups)) {
            assertThat(browser.get("/engine-rest/task?processInstanceBusinessKey=" + number + more, basic(username))
                            .body()
                            .contains(task.getId()))
                    .as("tasks" + more)
                    .isEqualTo(seen);
        }
        for (var end : List.of("", "/form", "/form-variables", "/variables")) {
            assertThat(browser.get("/engine-rest/task/" + task.getId() + end, basic(username))
                                    .statusCode()
                            == 200)
                    .as("task" + end)
                    .isEqualTo(seen);
        }
        if (!seen) {
            var submitted = browser.json(
                    "POST",
                    "/engine-rest/task/" + task.getId() + "/submit-form",
                    "{\"variables\":{\"juryOutcome\":{\"value\":\"DEFAVORABLE\"},\"juryReason\":{\"value\":\"x\"}}}",
                    basic(username));
            assertThat(submitted.statusCode()).as("answer").isEqualTo(403);
            assertThat(browser.json(
                                    "POST",
                                    "/engine-rest/task/" + task.getId() + "/claim",
                                    "{\"userId\":\"" + username + "\"}",
                                    basic(username))
                            .statusCode())
                    .as("claim")
                    .isEqualTo(403);
        }
        assertThat(ApiClient.as(username, port)
                        .get("/tasks?id=" + task.getId())
                        .text()
                        .contains(number.value()))
                .as("line of the task")
                .isEqualTo(seen);
    }

    @Test
    void whatAMemberDeclaresClosesEveryDoorAndAManagerOpensThemAgain() {
        var juror = juror();
        var other = juror();
        var session = session(juror, other);
        var number = given.instructed();
        put(session, number);
        assertSees(juror, number, true);

        var api = ApiClient.as(juror, port);
        var declared = api.post(
                "/jury-sessions/" + session.id() + "/recusals",
                "{\"dossier\": \"" + number + "\", \"motive\": \"Un proche y travaille\"}");

        assertThat(declared.status()).as(declared.text()).isEqualTo(200);
        assertThat(declared.text()).doesNotContain("Un proche");
        assertThat(declared.json().path("agenda").get(0).path("withheld").asBoolean())
                .isTrue();
        assertSees(juror, number, false);
        assertSees(other, number, true);
        assertThat(dossiers.timeline(number, given.holder()))
                .as("the porteur does not learn who")
                .noneMatch(entry -> entry.text().contains(juror));
        assertThat(api.post(
                                "/jury-sessions/" + session.id() + "/recusals",
                                "{\"dossier\": \"" + number + "\", \"motive\": \"Encore\"}")
                        .status())
                .isEqualTo(409);

        assertThatThrownBy(() -> conflicts.lift(session.id(), "", number.value(), "Erreur", actor(juror)))
                .isInstanceOf(Forbidden.class);
        conflicts.lift(session.id(), "Région " + juror, number.value(), "Homonyme", given.manager());
        assertSees(juror, number, true);
    }

    @Test
    void aTaskThatIsMadeLaterIsClosedFromItsBeginningAndOneThatIsHeldGoesOutOfTheHands() {
        var juror = juror();
        var session = session(juror, juror());
        var first = given.instructed();
        put(session, first);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(first.value())
                .taskDefinitionKey(STEP)
                .singleResult();
        tasks.setAssignee(task.getId(), juror);

        conflicts.declare(session.id(), "", first.value(), "Un proche", actor(juror));

        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
        agendas.remove(session.id(), first, "Reporté", given.manager());
        put(session, first);
        assertSees(juror, first, false);
    }

    @Test
    void aRoleInTheOrganisationKeepsFromItsDossiersAndThoseToCome() {
        var president = juror();
        var treasurer = juror();
        var before = held("99900008600010", "W595999086");
        interests.declare("", "999 000 086", "Présidente", actor(president));
        interests.declare(treasurer, "W595999086", "Trésorier", given.manager());
        var later = held("99900008600010", "W595999086");

        for (var person : List.of(president, treasurer)) {
            assertThat(Stream.of(before, later)).noneMatch(number -> dossiers.sees(actor(person), number));
            var session = session(person, juror());
            var item = put(session, routed(before)).onAgenda().get(0);
            assertThat(item.recusals()).extracting(AgendaItem.Recused::ground).containsExactly(RecusalGround.ROLE);
            agendas.remove(session.id(), before, "Suite", given.manager());
        }
        assertThat(interests.of(actor(president))).hasSize(1);
        interests.end(interests.of(actor(president)).get(0).id(), given.manager());
        assertSees(president, before, true);
        assertThat(dossiers.sees(actor(treasurer), before)).isFalse();
    }

    @Test
    void anElectedMemberOfTheCommuneThatHoldsTheDossierIsKeptFromItAndNotFromThoseOfOthers() {
        var elected = juror();
        var own = deposited(fiche(HolderKind.COMMUNE, "21620498200013", null));
        var others = given.instructed();
        dossiers.noteRoute(own, fr.ruche.programme.Route.JURY_TERRITORIAL, TestDossiers.TERRITORY, "ROUTE-01");
        assertThat(dossiers.sees(actor(elected), own)).isTrue();

        interests.declare("", "62498", "Conseillère municipale", actor(elected));

        assertThat(dossiers.sees(actor(elected), own)).isFalse();
        assertThat(listed(actor(elected), own)).isFalse();
        assertThat(dossiers.sees(actor(elected), others)).isTrue();
    }

    @Test
    void whoeverSitsForTheIntercommunalityIsKeptFromWhatItHolds() {
        var region = juror();
        var town = juror();
        var number = deposited(fiche(HolderKind.EPCI, TestDossiers.TERRITORY + "00015", null));
        dossiers.noteRoute(number, fr.ruche.programme.Route.JURY_TERRITORIAL, TestDossiers.TERRITORY, "ROUTE-01");
        assertThat(dossiers.sees(actor(town), number)).isTrue();

        session(region, town);

        assertThat(dossiers.sees(actor(town), number)).isFalse();
        assertThat(listed(actor(town), number)).isFalse();
        assertThat(dossiers.sees(actor(region), number)).isTrue();
    }

    @Test
    void marksOfAMemberInConflictDoNotCountAndTheResultIsNotShownToThem() {
        var session = marking.open(2);
        var kept = session.onAgenda().get(0).dossier();
        var free = session.onAgenda().get(1).dossier();
        for (var number : List.of(kept, free)) {
            marking.mark(session.id(), number, MarkingSessions.TOWN, 1, "Insuffisant");
            marking.mark(session.id(), number, MarkingSessions.ELECTED, 4, "Bon");
        }

        conflicts.declare(session.id(), "", kept.value(), "Un proche", marking.actor(MarkingSessions.TOWN));

        assertThat(sheets.own(session.id(), marking.actor(MarkingSessions.TOWN)))
                .extracting(sheet -> sheet.dossier())
                .containsExactly(free);
        assertThatThrownBy(() -> sheets.own(session.id(), kept, marking.actor(MarkingSessions.TOWN)))
                .isInstanceOf(NotFound.class);
        markings.reveal(session.id(), true, given.manager());
        var all = results.of(session.id(), given.manager());
        assertThat(all)
                .filteredOn(one -> one.dossier().equals(kept))
                .singleElement()
                .satisfies(one -> assertThat(one.score()).isEqualByComparingTo("80.00"));
        var theirs = marking.actor(MarkingSessions.TOWN);
        assertThat(results.of(session.id(), theirs))
                .extracting(one -> one.dossier())
                .containsExactly(free);
        assertThat(sheets.readable(session.id(), theirs))
                .extracting(sheet -> sheet.dossier())
                .containsOnly(free);
        assertThatThrownBy(() -> results.changes(session.id(), kept, theirs)).isInstanceOf(NotFound.class);
    }

    @Test
    void theMinutesSayItAndADraftDoesNotTellTheMemberOfTheDossier() {
        var juror = juror();
        var session = session(juror, juror());
        var number = given.instructed();
        put(session, number);
        conflicts.declare(session.id(), "", number.value(), "Un proche", actor(juror));
        given.answer(number, STEP, "jure-interco", Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif à taire"));

        assertThat(sessions.minutes(session.id()))
                .contains("Déports", "Région " + juror, "conflit d’intérêts déclaré", "Motif à taire")
                .doesNotContain("Un proche");
        assertThat(ApiClient.as(juror, port)
                        .get("/jury-sessions/" + session.id() + "/minutes")
                        .text())
                .contains("en déport")
                .doesNotContain("Motif à taire", "Ateliers de quartier");
        assertThat(ApiClient.as(juror, port)
                        .get("/jury-sessions/" + session.id())
                        .text())
                .doesNotContain("Motif à taire", "DEFAVORABLE");
        assertThat(new TestBrowser(port)
                        .signIn(juror)
                        .get("/bureau/seances/" + session.id())
                        .body())
                .contains("en déport")
                .doesNotContain("Motif à taire", "Ateliers de quartier");
    }

    @Test
    void withoutBothCollegesADossierOnlyGoesToTheRegionalJuryAndTheReasonSaysSo() {
        var session = session(juror(), juror());
        var number = given.instructed();
        put(session, number);
        var town = session.members().get(2).name();
        conflicts.declare(session.id(), town, number.value(), "Un proche", given.manager());
        var unfavourable = Map.<String, Object>of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif");

        faultsOf(() -> given.answer(number, STEP, "jure-interco", unfavourable))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("juryOutcome:ROUTE-01");
        given.answer(
                number,
                STEP,
                "jure-interco",
                Map.of("juryOutcome", "RENVOI_JURY_REGIONAL", "juryReason", "Vu en séance"));

        assertThat(dossiers.get(number).jury()).isEqualTo("regional");
        var item = sessions.get(session.id()).onAgenda().get(0);
        assertThat(item.outcome()).isEqualTo(JuryOutcome.RENVOI_JURY_REGIONAL);
        assertThat(item.reason()).startsWith("ROUTE-01").contains("Vu en séance", "ntercommunalité");
    }

    @Test
    void aConflictThatLeavesBothCollegesChangesNothingOfTheOutcome() {
        var region = juror();
        var session = session(region, juror());
        var number = given.instructed();
        put(session, number);
        conflicts.declare(session.id(), "", number.value(), "Un proche", actor(region));

        given.answer(number, STEP, "jure-interco", Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif"));

        assertThat(sessions.get(session.id()).onAgenda().get(0).outcome()).isEqualTo(JuryOutcome.DEFAVORABLE);
    }

    @Test
    void aPresidentInConflictNeitherPutsNorRecordsThatDossier() {
        var president = juror();
        var session = given.called(sessions.convene(
                new SessionPlan(
                        TestDossiers.CALL,
                        TestDossiers.TERRITORY,
                        clock.instant().plus(Duration.ofDays(300 + NAMES.incrementAndGet())),
                        "Lens, salle fictive",
                        List.of(
                                new JuryMember("Présidence", College.REGION, true, president),
                                new JuryMember("Ville", College.INTERCOMMUNALITE, false, null))),
                given.manager()));
        var number = given.instructed();
        put(session, number);
        conflicts.declare(session.id(), "", number.value(), "Un proche", actor(president));

        assertThatThrownBy(() -> agendas.remove(session.id(), number, "Motif", actor(president)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> given.answer(
                        number, STEP, president, Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsWrongIsNamed() {
        var juror = juror();
        var session = session(juror, juror());
        var number = given.instructed();
        put(session, number);
        var manager = given.manager();

        faultsOf(() -> conflicts.declare(session.id(), "", number.value(), " ", actor(juror)))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("motive:REQUIRED");
        faultsOf(() -> conflicts.declare(session.id(), "", "", "Motif", actor(juror)))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("dossier:REQUIRED");
        faultsOf(() -> conflicts.declare(session.id(), "", "DSDT-2026-999999", "Motif", actor(juror)))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("dossier:AGENDA");
        faultsOf(() -> conflicts.declare(session.id(), "Personne", number.value(), "Motif", manager))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("member:MEMBER");
        assertThatThrownBy(() ->
                        conflicts.declare(session.id(), "Présidence fictive", number.value(), "Motif", actor(juror)))
                .isInstanceOf(Forbidden.class);
        faultsOf(() -> interests.declare("personne", "123", " ", manager))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactlyInAnyOrder("person:ACCOUNT", "organisation:FORMAT", "capacity:REQUIRED");
        assertThatThrownBy(() -> interests.declare("gestionnaire", "62498", "Élu", actor(juror)))
                .isInstanceOf(Forbidden.class);
        assertThat(ApiClient.as("porteur", port).post("/interests", "{}").status())
                .isEqualTo(403);
    }

    private DossierNumber held(String siret, String rna) {
        return deposited(fiche(HolderKind.ASSOCIATION, siret, rna));
    }

    private DossierNumber deposited(Fiche fiche) {
        var number = dossiers.open(TestDossiers.CALL, given.holder(), fiche);
        dossiers.depositFiche(number, given.holder());
        return number;
    }

    /** Brought before the jury. */
    private DossierNumber routed(DossierNumber number) {
        if (dossiers.get(number).jury() == null) {
            given.answer(number, "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
            dossiers.saveFull(number, given.full(), given.holder(), null);
            given.attach(number);
            dossiers.depositFull(number, given.holder());
            given.answer(
                    number, "userTask_checkCompleteness", "instructeur", Map.of("completenessVerdict", "COMPLETE"));
            given.answer(number, "userTask_instruct", "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        }
        return number;
    }

    private Fiche fiche(HolderKind kind, String siret, @org.jspecify.annotations.Nullable String rna) {
        var known = given.fiche("F1", false);
        var holder = java.util.Objects.requireNonNull(known.holder());
        return new Fiche(
                known.measure(),
                known.scale(),
                known.title(),
                known.summary(),
                known.commune(),
                known.neighbourhood(),
                known.themes(),
                new Fiche.Organisation(
                        kind,
                        holder.name(),
                        siret,
                        rna,
                        holder.address(),
                        holder.representative(),
                        holder.contactName(),
                        holder.contactEmail(),
                        holder.contactPhone()),
                known.priorContact(),
                known.activityProgramme(),
                known.estimatedCost(),
                known.estimatedRequest(),
                known.startsOn(),
                known.endsOn());
    }
}
