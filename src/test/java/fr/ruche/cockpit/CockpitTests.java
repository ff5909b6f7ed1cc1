package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierTasks;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.DueFigures;
import fr.ruche.dossier.Milestone;
import fr.ruche.dossier.ReadModel;
import fr.ruche.dossier.StepFigures;
import fr.ruche.dossier.TaskFilter;
import fr.ruche.identity.Absence;
import fr.ruche.identity.AbsenceNotice;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.listing.ListAddresses;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each figure is what a plain count says, of the tables of the domain and of the engine, and the length of a list. */
@IntegrationTest
class CockpitTests {

    private static final DossierFilter OF_CALL = DossierFilter.ALL.ofCall(TestDossiers.CALL);

    /** Of those that a conflict of interest keeps from the manager, no figure tells. */
    private static final String READ =
            " and not exists (select 1 from kept_away k where k.dossier = d.number and k.username = 'gestionnaire')";

    private static final String BROUGHT = "exists (select 1 from dossier_event e where e.dossier = d.number"
            + " and e.kind in ('DOSSIER_BROUGHT', 'DOSSIER_RESTARTED'))";

    /** Word for word what each milestone means, from where it is decided. */
    private static final Map<Milestone, String> REACHED = Map.of(
            Milestone.FICHE, "exists (select 1 from dossier_deposit p where p.dossier = d.number and p.kind = 'FICHE')",
            Milestone.CONFORME,
                    "(select o.verdict from conformity_opinion o where o.dossier = d.number order by o.given_at desc"
                            + " limit 1) in ('CONFORM', 'CONFORM_WITH_RESERVES')",
            Milestone.COMPLET,
                    "(select c.verdict from completeness_check c where c.dossier = d.number order by c.checked_at desc"
                            + " limit 1) = 'COMPLETE'",
            Milestone.JURY, "d.jury is not null",
            Milestone.FAVORABLE,
                    "(select a.outcome from jury_agenda_item a where a.dossier = d.number and a.outcome is not null"
                            + " order by a.outcome_at desc limit 1) in ('FAVORABLE', 'FAVORABLE_PARTIEL',"
                            + " 'FAVORABLE_SOUS_RESERVE', 'LISTE_COMPLEMENTAIRE')",
            Milestone.FINANCE,
                    "(select f.outcome from funding_decision f where f.dossier = d.number order by f.decided_at desc"
                            + " limit 1) = 'ATTRIBUE' and d.status <> 'RENONCE'");

    @Autowired
    Cockpit cockpit;

    @Autowired
    Live live;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierTasks tasks;

    @Autowired
    Actors actors;

    @Autowired
    Calls calls;

    @Autowired
    ListAddresses addresses;

    @Autowired
    ReadModel model;

    @Autowired
    Absences absences;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private List<DossierNumber> mine = List.of();

    @BeforeEach
    void dossiersEverywhere() {
        mine = List.of(
                given.ficheDeposited(),
                given.conform(),
                given.fullDeposited(),
                given.complete(),
                given.instructed(),
                given.judged(),
                given.granted());
        given.opened();
    }

    @Test
    void theStepsOfADiagramAreKnownInTheOrderInWhichADossierComesThere() {
        var way = cockpit.way(calls.current(TestDossiers.CALL));

        assertThat(way)
                .startsWith("userTask_depositFiche")
                .containsSubsequence(
                        "userTask_checkConformity",
                        "userTask_completeDossier",
                        "userTask_checkCompleteness",
                        "userTask_instruct",
                        "event_putOnAgenda",
                        "userTask_recordJuryOutcome",
                        "userTask_recordDecision",
                        "userTask_acceptGrant")
                .doesNotHaveDuplicates();
    }

    @Test
    void eachDossierCountsAsFarAsItCame() {
        for (var number : mine) {
            var seen = cockpit.funnel(OF_CALL.containing(number.value()), By.TERRITORY, given.manager())
                    .whole();
            for (var milestone : Milestone.values()) {
                var plain = sql.sql("select case when " + REACHED.get(milestone)
                                + " then requested_operating + requested_investment end as requested from dossier d"
                                + " where number = ?")
                        .param(number.value())
                        .query()
                        .singleRow()
                        .get("requested");
                var level = seen.at(milestone);
                assertThat(level.dossiers()).as(number + " " + milestone).isEqualTo(plain == null ? 0 : 1);
                assertThat(level.requested())
                        .as(number + " " + milestone)
                        .isEqualByComparingTo(plain == null ? BigDecimal.ZERO : (BigDecimal) plain);
            }
        }
    }

    /**
     * Other tests bring dossiers somewhere by hand, so that a milestone here includes those that came further; and
     * those that a manager brought back, whose papers stay, count as far as they were brought (InterventionTests).
     */
    @Test
    void eachMilestoneOfTheCallCountsWhoCameSoFar() {
        var seen = cockpit.funnel(OF_CALL, By.TERRITORY, given.manager()).whole();

        var further =
                "(d.status = 'ATTRIBUE' and not exists (select 1 from funding_decision f where f.dossier = d.number))";
        for (var at = Milestone.values().length - 1; at >= 0; at--) {
            var milestone = Milestone.values()[at];
            further += " or coalesce(" + REACHED.get(milestone) + ", false)";
            var counts = "case when " + BROUGHT + " then d.milestone >= " + (at + 1) + " else " + further + " end";
            assertThat(seen.at(milestone).dossiers())
                    .as(milestone.name())
                    .isEqualTo(sql.sql("select count(*) from dossier d where call = ? and status <> 'BROUILLON'"
                                    + " and fiche_received_at is not null and (" + counts + ")" + READ)
                            .param(TestDossiers.CALL)
                            .query(Integer.class)
                            .single());
        }
        assertThat(seen.at(Milestone.FINANCE).granted())
                .isEqualByComparingTo(
                        sql.sql("select sum(coalesce(granted_operating, 0) + coalesce(granted_investment, 0))"
                                        + " from dossier d where call = ? and status = 'ATTRIBUE'" + READ)
                                .param(TestDossiers.CALL)
                                .query(BigDecimal.class)
                                .single());
    }

    @Test
    void eachPartIsTheLengthOfItsList() {
        for (var by : By.values()) {
            var seen = cockpit.funnel(OF_CALL, by, given.manager());
            assertThat(seen.parts()).as(by.name()).isNotEmpty();
            for (var part : seen.parts()) {
                if (part.of() != null) {
                    for (var level : part.levels()) {
                        var address = "/dossiers?size=1&call=" + TestDossiers.CALL + "&reached=" + level.milestone()
                                + "&" + parameter(by) + "=" + part.of();
                        assertThat(total(address)).as(address).isEqualTo(level.dossiers());
                    }
                }
            }
            assertThat(seen.parts().stream()
                            .mapToInt(part -> part.at(Milestone.FICHE).dossiers())
                            .sum())
                    .isEqualTo(seen.whole().at(Milestone.FICHE).dossiers());
        }
    }

    private static String parameter(By by) {
        return switch (by) {
            case TERRITORY -> "territory";
            case SECTOR -> "sector";
            case MEASURE -> "measure";
            case HOLDER_KIND -> "holderKind";
            case JURY -> "jury";
        };
    }

    private int total(String address) {
        var list = ApiClient.as("gestionnaire", port).get(address).json();
        assertThat(list.path("moreThanTotal").asBoolean()).isFalse();
        return list.path("total").asInt();
    }

    @Test
    void aStepHoldsWhatTheEngineHasThere() {
        var seen = cockpit.steps(OF_CALL, given.manager()).steps();

        var engine = new HashMap<String, Integer>();
        sql.sql("""
                        select x.act_id_ as step, count(distinct i.business_key_) as waiting
                        from act_ru_execution x join act_ru_execution i on i.id_ = x.proc_inst_id_
                        join dossier d on d.number = i.business_key_
                        where d.call = ? and d.status <> 'BROUILLON' and x.is_active_
                          and (exists (select 1 from act_ru_task t where t.execution_id_ = x.id_)
                               or x.act_id_ in ('event_putOnAgenda', 'receiveTask_awaitPlace'))
                        """ + READ + " group by 1").param(TestDossiers.CALL).query(row -> {
            engine.put(row.getString("step"), row.getInt("waiting"));
        });
        var shown = new HashMap<String, Integer>();
        seen.stream().filter(step -> step.waiting() > 0).forEach(step -> shown.put(step.step(), step.waiting()));
        assertThat(shown).isEqualTo(engine);
        for (var step : seen) {
            assertThat(total("/dossiers?size=1&call=" + TestDossiers.CALL + "&step=" + step.step()))
                    .as(step.step())
                    .isEqualTo(step.waiting());
        }
    }

    @Test
    void whatLastedIsWhatItsPassagesLasted() {
        var number = mine.get(3).value();
        sql.sql(
                        "update dossier_step set left_at = entered_at + interval '9 days', due_at = entered_at + interval '2 days'"
                                + " where dossier = ? and step = 'userTask_checkCompleteness'")
                .param(number)
                .update();
        var filter = OF_CALL.containing(number);

        var step = at(cockpit.steps(filter, given.manager()).steps(), "userTask_checkCompleteness");
        assertThat(step.passed()).isEqualTo(1);
        assertThat(step.median()).isEqualTo(Duration.ofDays(9));
        assertThat(step.p90()).isEqualTo(Duration.ofDays(9));
        assertThat(step.passedLate()).isEqualTo(1);

        // of the whole call, the dossiers are not asked: each figure is still that of the passages, read one by one
        for (var one : cockpit.steps(OF_CALL, given.manager()).steps()) {
            var seconds = sql.sql(
                            "select round(extract(epoch from left_at - entered_at)) - s.paused from dossier_step s"
                                    + " join dossier d on d.number = s.dossier where d.call = ? and s.step = ?"
                                    + " and s.left_at is not null" + READ + " order by 1")
                    .params(TestDossiers.CALL, one.step())
                    .query(Long.class)
                    .list();
            assertThat(one.passed()).as(one.step()).isEqualTo(seconds.size());
            assertThat(one.median()).as(one.step()).isEqualTo(quantile(seconds, 0.5));
            assertThat(one.p90()).as(one.step()).isEqualTo(quantile(seconds, 0.9));
        }
    }

    private static StepFigures at(List<StepFigures> steps, String step) {
        return steps.stream().filter(one -> one.step().equals(step)).findFirst().orElseThrow();
    }

    /** The first value that at least this share does not exceed. */
    private static @Nullable Duration quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? null : Duration.ofSeconds(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    @Test
    void aVersionCountsWhatIsInIt() {
        var version = sql.sql("select version from dossier where number = ?")
                .param(mine.get(0).value())
                .query(Integer.class)
                .single();
        var sees = cockpit.steps(versioned(version), given.manager()).steps();
        assertThat(at(sees, "userTask_checkConformity").waiting())
                .isEqualTo(total("/dossiers?size=1&step=userTask_checkConformity&call=" + TestDossiers.CALL
                        + "&version=" + version))
                .isPositive();
        assertThat(at(sees, "userTask_checkConformity").passed()).isPositive();
        assertThat(cockpit.steps(versioned(version + 1_000), given.manager()).steps())
                .isEmpty();
    }

    private static DossierFilter versioned(int version) {
        return OF_CALL.with(terms -> terms.version = version);
    }

    @Test
    void theTimeOfThePorteurIsNeverCountedToAnOfficer() {
        var number = mine.get(3).value();
        // 30 days in the hands of the porteur, 2 of the intercommunality, 3 and 4 of the Region, of which 4 go on
        sql.sql("update dossier_step set entered_at = now() - interval '4 days' where dossier = ? and left_at is null")
                .param(number)
                .update();
        sql.sql("update dossier set waits_since = now() - interval '4 days', spent_porteur = 30 * 86400,"
                        + " spent_intercommunality = 2 * 86400, spent_region = 3 * 86400 where number = ?")
                .param(number)
                .update();
        var seen = cockpit.clocks(OF_CALL.containing(number), By.MEASURE, given.manager());

        assertThat(seen.whole())
                .extracting(one -> one.clock() + " " + one.dossiers() + " "
                        + (one.median() == null ? "-" : one.median().toDays()))
                .containsExactly("PORTEUR 1 30", "INTERCOMMUNALITE 1 2", "REGION 1 7", "JURY 0 -");
        assertThat(seen.parts()).hasSize(4).allMatch(one -> "F1".equals(one.of()));
    }

    @Test
    void timeAddsUpInTheTransactionOfEachStep() {
        for (var number : mine) {
            var kept = sql.sql("select spent_porteur, spent_intercommunality, spent_region, spent_jury from dossier"
                            + " where number = ?")
                    .param(number.value())
                    .query()
                    .singleRow();
            var counted = sql.sql("""
                            select coalesce(sum(s) filter (where clock = 'PORTEUR'), 0)::bigint as spent_porteur,
                                   coalesce(sum(s) filter (where clock = 'INTERCOMMUNALITE'), 0)::bigint as spent_intercommunality,
                                   coalesce(sum(s) filter (where clock = 'REGION'), 0)::bigint as spent_region,
                                   coalesce(sum(s) filter (where clock = 'JURY'), 0)::bigint as spent_jury
                            from (select clock, round(extract(epoch from left_at - entered_at)) as s from dossier_step
                                  where dossier = ? and left_at is not null) as passages""").param(number.value()).query().singleRow();
            assertThat(kept).as(number.value()).isEqualTo(counted);
        }
    }

    @Test
    void whatIsDueIsTheLengthOfAListOfTasks() {
        var late = mine.get(0).value();
        var soon = mine.get(2).value();
        due(late, "now() - interval '1 day'");
        due(soon, "now() + interval '5 days'");
        var seen = cockpit.due(OF_CALL, given.manager());

        for (var one : seen.steps()) {
            var address = "/dossiers?size=1&call=" + TestDossiers.CALL + "&step=" + one.of();
            assertThat(List.of(
                            total(address),
                            total(address + "&due=LATE"),
                            total(address + "&due=IN_3"),
                            total(address + "&due=IN_7"),
                            total(address + "&due=IN_15")))
                    .as(address)
                    .isEqualTo(List.of(one.open(), one.late(), one.in3(), one.in7(), one.in15()));
        }
        for (var one : seen.groups()) {
            assertThat(numbers(one)).as(one.of()).isEqualTo(listed(one.of(), null, false));
        }
        for (var one : seen.officers()) {
            assertThat(numbers(one)).as(one.of()).isEqualTo(listed(null, one.of(), one.of() == null));
        }
        var conformity = seen.groups().stream()
                .filter(one -> ("conformity-" + TestDossiers.TERRITORY).equals(one.of()))
                .findFirst()
                .orElseThrow();
        assertThat(conformity.late()).isPositive();
        assertThat(conformity.open())
                .isEqualTo(sql.sql(
                                "select count(*) from (select min(l.group_id_ collate \"C\") as first from act_ru_task t"
                                        + " join act_ru_identitylink l on l.task_id_ = t.id_"
                                        + " join act_ru_execution i on i.id_ = t.proc_inst_id_"
                                        + " join dossier d on d.number = i.business_key_ where l.type_ = 'candidate'"
                                        + " group by t.id_) as offered where first = ?")
                        .param("conformity-" + TestDossiers.TERRITORY)
                        .query(Integer.class)
                        .single());
    }

    private void due(String number, String at) {
        sql.sql("update dossier set due_at = " + at + " where number = ?")
                .param(number)
                .update();
        sql.sql("update dossier_step set due_at = " + at + " where dossier = ? and left_at is null")
                .param(number)
                .update();
    }

    private static List<Integer> numbers(DueFigures one) {
        return List.of(one.open(), one.late(), one.in3(), one.in7(), one.in15());
    }

    private List<Integer> listed(@Nullable String group, @Nullable String taker, boolean free) {
        var lengths = new ArrayList<Integer>();
        lengths.add(length(new TaskFilter(group, taker, free, null, null, null)));
        for (var due : List.of(Due.LATE, Due.IN_3, Due.IN_7, Due.IN_15)) {
            lengths.add(length(new TaskFilter(group, taker, free, due, null, null)));
        }
        return lengths;
    }

    private int length(TaskFilter filter) {
        return tasks.all(given.manager(), filter, 0, 100_000).size();
    }

    /** Read dossier by dossier, where the cockpit adds up what changed. */
    @Test
    void theFormerCallIsComparedWhereItWasOnTheSameDay() {
        var call = calls.current(TestDossiers.CALL);
        var former = calls.current("DSDT-2015");
        var elapsed = ChronoUnit.DAYS.between(call.parameters().calendar().opening(), ParisTime.dayOf(clock.instant()));
        var day = former.parameters().calendar().opening().plusDays(elapsed);
        var granted = mine.get(6).value();
        var judged = mine.get(5).value();
        var late = mine.get(2).value();
        var there = ofFormer();
        move(granted, day);
        move(judged, day);
        move(late, day.plusDays(1));
        // had asked for more, and had not been before the jury
        sql.sql("update dossier_progress set day = day - 1, requested = 700000, granted = 0, milestone = 3"
                        + " where dossier = ?")
                .param(judged)
                .update();
        sql.sql(
                        "insert into dossier_progress select number, ?, call, milestone, requested * 100, granted * 100, 3, 700000, 0"
                                + " from dossier where number = ?")
                .params(day.plusDays(3), judged)
                .update();
        try {
            for (var filter : List.of(OF_CALL, filtered("measure=F1"), filtered("measure=F1&holderKind=ASSOCIATION"))) {
                var seen = cockpit.compared(call, filter, given.manager()).orElseThrow();
                assertThat(seen.call()).isEqualTo("DSDT-2015");
                assertThat(seen.day()).isEqualTo(day);
                assertThat(seen.days()).isEqualTo(elapsed);
                for (var milestone : Milestone.values()) {
                    var plain = sql.sql("""
                                    select count(*) as dossiers, coalesce(sum(requested), 0) / 100.0 as requested,
                                           coalesce(sum(granted), 0) / 100.0 as granted
                                    from (select distinct on (p.dossier) p.* from dossier_progress p
                                          join dossier d on d.number = p.dossier
                                          where p.day <= ? and d.call = 'DSDT-2015' and d.measure = 'F1'
                                          order by p.dossier, p.day desc) as last where milestone >= ?""")
                            .params(day, milestone.ordinal() + 1)
                            .query()
                            .singleRow();
                    var then = Objects.requireNonNull(seen.then()).at(milestone);
                    assertThat(then.dossiers())
                            .as(milestone.name())
                            .isEqualTo(((Number) Objects.requireNonNull(plain.get("dossiers"))).intValue());
                    assertThat(then.requested()).isEqualByComparingTo((BigDecimal) plain.get("requested"));
                    assertThat(then.granted()).isEqualByComparingTo((BigDecimal) plain.get("granted"));
                    assertThat(seen.now().at(milestone).dossiers())
                            .isEqualTo(
                                    sql.sql("select count(*) from dossier where call = 'DSDT-2015' and milestone >= ?")
                                            .param(milestone.ordinal() + 1)
                                            .query(Integer.class)
                                            .single());
                }
            }
            var seen = cockpit.compared(call, OF_CALL, given.manager()).orElseThrow();
            var then = Objects.requireNonNull(seen.then());
            assertThat(then.at(Milestone.FICHE).dossiers()).isEqualTo(2);
            assertThat(then.at(Milestone.COMPLET).dossiers()).isEqualTo(2);
            assertThat(then.at(Milestone.FICHE).requested()).isEqualByComparingTo("12000");
            assertThat(then.at(Milestone.FINANCE).granted()).isEqualByComparingTo("5000");
            assertThat(seen.now().at(Milestone.FICHE).dossiers()).isEqualTo(there + 3);
            assertThat(cockpit.compared(call, OF_CALL.atStep("userTask_instruct"), given.manager())
                            .orElseThrow()
                            .then())
                    .isNull();
            assertThat(cockpit.compared(former, OF_CALL, given.manager())).isEmpty();
            assertThat(ApiClient.as("gestionnaire", port)
                            .get("/cockpit/former?call=" + TestDossiers.CALL)
                            .json()
                            .path("then")
                            .path("levels")
                            .path(0)
                            .path("dossiers")
                            .asInt())
                    .isEqualTo(2);
        } finally {
            sql.sql("delete from dossier_progress where call = 'DSDT-2015'").update();
            sql.sql("update dossier set call = ? where number in (?, ?, ?)")
                    .params(TestDossiers.CALL, granted, judged, late)
                    .update();
            model.rebuild();
        }
    }

    private int ofFormer() {
        return sql.sql("select count(*) from dossier where call = 'DSDT-2015' and milestone > 0")
                .query(Integer.class)
                .single();
    }

    private DossierFilter filtered(String query) {
        return addresses.read("call=" + TestDossiers.CALL + "&" + query).filter();
    }

    /** To the former call, as if all of it had happened on one day. */
    private void move(String number, LocalDate day) {
        sql.sql("update dossier set call = 'DSDT-2015' where number = ?")
                .param(number)
                .update();
        sql.sql("update dossier_progress set call = 'DSDT-2015', day = ? where dossier = ?")
                .params(day, number)
                .update();
    }

    /** The evidence is what the steps have written of themselves. */
    @Test
    void eachMilestoneIsKeptWithItsDay() {
        var granted = mine.get(6).value();
        var evidence = Map.of(
                1, "select fiche_received_at from dossier where number = ?",
                2, "select given_at from conformity_opinion where dossier = ?",
                3, "select checked_at from completeness_check where dossier = ?",
                4, "select given_at from instruction_opinion where dossier = ?",
                5, "select outcome_at from jury_agenda_item where dossier = ?",
                6, "select decided_at from funding_decision where dossier = ?");
        evidence.forEach((rank, question) -> {
            var at =
                    sql.sql(question).param(granted).query(OffsetDateTime.class).single();
            assertThat(sql.sql("select min(day) from dossier_progress where dossier = ? and milestone >= ?")
                            .params(granted, rank)
                            .query(LocalDate.class)
                            .single())
                    .as(question)
                    .isEqualTo(ParisTime.dayOf(at.toInstant()));
        });
        var later = clock.instant().plus(Duration.ofDays(30));
        var number = mine.get(0);
        clock.at(
                later, () -> given.answer(number, "userTask_checkConformity", "technicien", given.conformAnswer("F1")));
        assertThat(sql.sql("select day || ' ' || was_milestone || ' ' || milestone from dossier_progress"
                                + " where dossier = ? order by day")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly(ParisTime.dayOf(clock.instant()) + " 0 1", ParisTime.dayOf(later) + " 1 2");
    }

    @Test
    void whatDossiersPassByIsWhatTheEngineRemembers() {
        var notConform = given.ficheDeposited("F2", false);
        given.answer(
                notConform,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "NOT_CONFORM", "conformityReason", "Hors sujet"));
        given.answer(
                given.ficheDeposited("F2", false),
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "À revoir"));
        management.executeJob(
                sql.sql("select j.id_ from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_"
                                + " join act_ru_jobdef f on f.id_ = j.job_def_id_"
                                + " where i.business_key_ = ? and f.act_id_ = 'timer_dossierReminder'")
                        .param(given.conform("F2", false).value())
                        .query(String.class)
                        .single());
        dossiers.abandon(given.conform("F2", false), given.holder(), "Fin");
        dossiers.withdraw(given.conform(), given.manager(), "Fin");

        for (var measure : List.of("", "F2")) {
            var filter = measure.isEmpty() ? OF_CALL : filtered("measure=" + measure);
            var seen = cockpit.steps(filter, given.manager()).passed();
            var passed = counted(
                    "d.status <> 'BROUILLON' and a.task_id_ is null"
                            + " and a.act_id_ not in ('event_putOnAgenda', 'receiveTask_awaitPlace')",
                    measure);
            assertThat(seen.times()).as(measure).isEqualTo(passed);
            assertThat(passed)
                    .containsKeys(
                            "startEvent_ficheOpened",
                            "gateway_conformity",
                            "serviceTask_rejectNotConform",
                            "endEvent_notConform",
                            "timer_dossierReminder",
                            "endEvent_dossierReminded",
                            "subProcess_abandon",
                            "endEvent_abandoned");
            var ends = counted(
                    "d.status <> 'BROUILLON' and h.end_time_ is not null and a.act_type_ like '%EndEvent'"
                            + " and a.act_id_ not like '%Reminded'"
                            // of a dossier that was begun again, the last way
                            + " and not exists (select 1 from act_hi_procinst l where l.business_key_ = h.business_key_"
                            + " and l.proc_def_key_ = h.proc_def_key_ and l.start_time_ > h.start_time_)",
                    measure);
            assertThat(seen.ends()).as(measure).isEqualTo(ends);
            seen.ends()
                    .forEach((end, dossiers) -> assertThat(total("/dossiers?size=1&call=" + TestDossiers.CALL + "&end="
                                    + end + (measure.isEmpty() ? "" : "&measure=" + measure)))
                            .as(end)
                            .isEqualTo(dossiers));
            for (var gateway : List.of("gateway_conformity", "gateway_decision", "gateway_joinAgenda")) {
                assertThat(seen.next().getOrDefault(gateway, Map.of()).values().stream()
                                .mapToInt(times -> times)
                                .sum())
                        .as("what leaves " + gateway)
                        .isEqualTo(seen.times(gateway));
            }
        }
        var f2 = cockpit.steps(filtered("measure=F2"), given.manager()).passed();
        assertThat(f2.times("gateway_conformity", "serviceTask_rejectNotConform"))
                .isEqualTo(f2.ended("endEvent_notConform"))
                .isPositive();
        assertThat(f2.times("gateway_conformity", "userTask_correctFiche"))
                .isEqualTo(sql.sql("select count(*) from dossier_step s join dossier d on d.number = s.dossier"
                                + " where d.call = ? and d.measure = 'F2' and s.step = 'userTask_correctFiche'")
                        .param(TestDossiers.CALL)
                        .query(Integer.class)
                        .single());
        var version = sql.sql("select version from dossier where number = ?")
                .param(notConform.value())
                .query(Integer.class)
                .single();
        assertThat(cockpit.steps(OF_CALL.with(terms -> terms.version = version), given.manager())
                        .passed()
                        .times("endEvent_notConform"))
                .isEqualTo(total(
                        "/dossiers?size=1&end=endEvent_notConform&call=" + TestDossiers.CALL + "&version=" + version));
        assertThat(cockpit.steps(OF_CALL.with(terms -> terms.version = version + 1_000), given.manager())
                        .passed()
                        .times())
                .isEmpty();
    }

    private Map<String, Integer> counted(String which, String measure) {
        var counted = new HashMap<String, Integer>();
        sql.sql("select a.act_id_ as element, count(*) as times from act_hi_actinst a"
                        + " join act_hi_procinst h on h.proc_inst_id_ = a.proc_inst_id_"
                        + " join dossier d on d.number = h.business_key_ where d.call = ? and ? in ('', d.measure) and "
                        + which + READ + " group by 1")
                .params(TestDossiers.CALL, measure)
                .query(row -> {
                    counted.put(row.getString("element"), row.getInt("times"));
                });
        return counted;
    }

    @Test
    void howLongDossiersWaitIsReadFromEach() {
        for (var step : cockpit.steps(OF_CALL, given.manager()).steps()) {
            var since = sql.sql("select waits_since + (now() - coalesce(suspended_at, now())) from dossier d"
                            + " where call = ? and step = ? and status <> 'BROUILLON'" + READ + " order by 1 desc")
                    .params(TestDossiers.CALL, step.step())
                    .query(OffsetDateTime.class)
                    .list();
            if (!since.isEmpty()) {
                var now = clock.instant();
                assertThat(now.minus(Objects.requireNonNull(step.waitingFor())))
                        .as(step.step())
                        .isCloseTo(share(since, 0.5), within(1, ChronoUnit.MINUTES));
                assertThat(now.minus(Objects.requireNonNull(step.waitingFor90())))
                        .as(step.step())
                        .isCloseTo(share(since, 0.9), within(1, ChronoUnit.MINUTES));
            }
        }
    }

    private static Instant share(List<OffsetDateTime> latestFirst, double share) {
        return latestFirst.get((int) Math.ceil(share * latestFirst.size()) - 1).toInstant();
    }

    @Test
    void whoIsAwayIsShownWithWhatIsDueMeanwhile() {
        accounts.ensure("absent-pilote", new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY));
        var group = "conformity-" + TestDossiers.TERRITORY;
        var today = ParisTime.dayOf(clock.instant());
        var due = mine.get(0).value();
        var later = given.ficheDeposited().value();
        sql.sql("update dossier_step set assignee = 'absent-pilote' where dossier in (?, ?) and left_at is null")
                .params(due, later)
                .update();
        due(due, "timestamptz '" + ParisTime.endOf(today.plusDays(4)) + "'");
        due(later, "timestamptz '" + ParisTime.endOf(today.plusDays(40)) + "'");
        try {
            var members = Objects.requireNonNull(
                    cockpit.due(OF_CALL, given.manager()).presence().get(group));
            assertThat(members)
                    .isEqualTo(new Presence(
                            sql.sql("select count(*) from account a join account_membership m on m.account_id = a.id"
                                            + " where a.enabled and m.role = 'CONFORMITY_OFFICER' and m.scope = ?")
                                    .param(TestDossiers.TERRITORY)
                                    .query(Integer.class)
                                    .single(),
                            members.here()));
            var soon = absences.declare(
                    given.manager(),
                    new AbsenceNotice("absent-pilote", "", today.plusDays(2), today.plusDays(6), Set.of()));
            var seen = absent(soon);
            assertThat(seen.uncovered()).isTrue();
            assertThat(seen.inHand())
                    .isEqualTo(2)
                    .isEqualTo(length(new TaskFilter(null, "absent-pilote", false, null, null, null)));
            assertThat(seen.due())
                    .isEqualTo(1)
                    .isEqualTo(length(
                            new TaskFilter(null, "absent-pilote", false, null, today.plusDays(2), today.plusDays(6))));
            assertThat(seen.entrusted()).isZero();
            absences.end(given.manager(), soon.id());
            var now = absences.declare(
                    given.manager(),
                    new AbsenceNotice("absent-pilote", "technicien", today, today.plusDays(1), Set.of()));
            assertThat(absent(now).uncovered()).isFalse();
            assertThat(cockpit.due(OF_CALL, given.manager()).presence().get(group))
                    .isEqualTo(new Presence(members.members(), members.here() - 1));
            absences.end(given.manager(), now.id());
        } finally {
            sql.sql("update absence set ended_at = now(), ended_by = 'test' where absent = 'absent-pilote'"
                            + " and ended_at is null")
                    .update();
            model.rebuild();
        }
    }

    private AbsentView absent(Absence absence) {
        return cockpit.due(OF_CALL, given.manager()).absences().stream()
                .filter(one -> one.absence().id().equals(absence.id()))
                .findFirst()
                .orElseThrow();
    }

    /** A browser that comes back learns whether it missed anything; no proxy keeps an event back. */
    @Test
    void theStreamSaysWhenTheLastChangeWas() throws Exception {
        var before = clock.instant();
        try (var lines = new TestBrowser(port).signIn("gestionnaire").stream("/bureau/pilotage/direct")) {
            assertThat(lines.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(lines.headers().firstValue("Cache-Control").orElse("")).contains("no-store", "no-transform");
            assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(lines.next("event:")).isEqualTo("told");
            assertThat(Instant.parse(lines.next("data:"))).isEqualTo(live.last());
            given.ficheDeposited();
            var told = Instant.parse(lines.next("data:"));
            assertThat(told).isAfter(before);
        }
    }

    @Test
    void onlyManagersSeeIt() {
        for (var other : List.of("technicien", "instructeur", "jure-region", "porteur", "modeleur")) {
            var actor = actors.find(other).orElseThrow();
            assertThatThrownBy(() -> cockpit.funnel(OF_CALL, By.SECTOR, actor)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> cockpit.steps(OF_CALL, actor)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> cockpit.clocks(OF_CALL, By.SECTOR, actor)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> cockpit.due(OF_CALL, actor)).isInstanceOf(Forbidden.class);
            for (var page : List.of("", "/parcours", "/echeances", "/delais", "/direct")) {
                assertThat(new TestBrowser(port)
                                .signIn(other)
                                .get("/bureau/pilotage" + page)
                                .statusCode())
                        .as(other + page)
                        .isIn(403, 404);
            }
        }
        assertThat(ApiClient.as("technicien", port).get("/cockpit/funnel").status())
                .isEqualTo(403);
        assertThat(ApiClient.as("technicien", port)
                        .get("/cockpit/calls/" + TestDossiers.CALL + "/diagrams/1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        var manager = ApiClient.as("gestionnaire", port);
        assertThat(manager.get("/cockpit/funnel?call=RIEN").status()).isEqualTo(400);
        assertThat(manager.get("/cockpit/funnel?by=RIEN").status()).isEqualTo(400);
        assertThat(manager.get("/cockpit/calls/" + TestDossiers.CALL + "/diagrams/9999")
                        .status())
                .isEqualTo(404);
        var page = new TestBrowser(port).signIn("gestionnaire").get("/bureau/pilotage?territory=1&by=RIEN");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("RIEN");
    }

    /** What another test changed a moment ago may be told first. */
    @Test
    void aChangeIsToldOnceItIsThere() throws Exception {
        var told = new CompletableFuture<Integer>();
        var before = cockpit.funnel(OF_CALL, By.SECTOR, given.manager())
                .whole()
                .at(Milestone.FICHE)
                .dossiers();
        Consumer<Instant> watcher = at -> {
            var seen = cockpit.funnel(OF_CALL, By.SECTOR, given.manager())
                    .whole()
                    .at(Milestone.FICHE)
                    .dossiers();
            if (seen > before) {
                told.complete(seen);
            }
        };
        live.watch(watcher);
        given.ficheDeposited();
        assertThat(told.get(30, TimeUnit.SECONDS)).isGreaterThan(before);
        live.leave(watcher);
    }
}
