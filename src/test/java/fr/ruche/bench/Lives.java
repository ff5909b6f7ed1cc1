package fr.ruche.bench;

import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.ReadModel;
import fr.ruche.identity.AbsenceNotice;
import fr.ruche.identity.Absences;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills one call with dossiers received over three years, and all that they have behind them. A template is brought by
 * the people who would bring it there to each step and to each end, and one into an incident; what the engine then has
 * of it, history included, is copied by SQL under other ids, and so are its passages and what the steps have written
 * ({@code bench/lives.sql} says when each began). The rest of the read model is made by its own command. Absences are
 * declared through the product.
 */
@TestComponent
class Lives extends Crowd {

    private static final List<String> WRITTEN = List.of(
            "dossier",
            "dossier_step",
            "dossier_way",
            "dossier_progress",
            "jury_session",
            "jury_agenda_item",
            "act_hi_actinst",
            "act_hi_taskinst");

    /** The tables in which steps say what they established, with the moment and the step that wrote it. */
    private static final Map<String, String[]> EVIDENCE = Map.of(
            "conformity_opinion", new String[] {"given_at", "userTask_checkConformity"},
            "completeness_check", new String[] {"checked_at", "userTask_checkCompleteness"},
            "instruction_opinion", new String[] {"given_at", "userTask_instruct"},
            "jury_agenda_item", new String[] {"outcome_at", "userTask_recordJuryOutcome"},
            "funding_decision", new String[] {"decided_at", "userTask_recordDecision"});

    private static final int AGENTS = 500;
    private static final String STARTS =
            "(select coalesce(case when a.is_step then s.entered else s.left_at end, f.entered)"
                    + "::timestamp from schedule f left join schedule s on s.number = f.number and s.rank = a.steps"
                    + " where f.number = c.number and f.rank = 1)";
    private static final String ENDS = "(case when t.end_time_ is not null then (select coalesce(s.left_at, f.entered)"
            + "::timestamp from schedule f left join schedule s on s.number = f.number and s.rank = a.steps"
            + " where f.number = c.number and f.rank = 1) end)";

    private final Dossiers dossiers;
    private final ManagementService jobs;
    private final Absences absences;
    private final Clock clock;

    Lives(
            TestDossiers given,
            ReadModel model,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Dossiers dossiers,
            ManagementService jobs,
            Absences absences,
            Clock clock) {
        super(given, model, sql, transaction);
        this.dossiers = dossiers;
        this.jobs = jobs;
        this.absences = absences;
        this.clock = clock;
    }

    /** @param year of the call, as its code has it */
    void fillCall(int year, int dossiers) {
        inOneCall(year);
        var templates = lives();
        withoutIndexes(
                TABLES,
                dossiers > 50_000,
                () -> transaction.executeWithoutResult(alone -> {
                    List.of("dossier_progresses", "dossier_begins_with_progress")
                            .forEach(trigger -> sql.execute("alter table dossier disable trigger " + trigger));
                    copyLives(templates, dossiers);
                    List.of("dossier_progresses", "dossier_begins_with_progress")
                            .forEach(trigger -> sql.execute("alter table dossier enable trigger " + trigger));
                }));
        WRITTEN.forEach(table -> sql.execute("analyze " + table));
        model.rebuild();
        TABLES.forEach(table -> sql.execute("vacuum analyze " + table));
        WRITTEN.forEach(table -> sql.execute("vacuum analyze " + table));
    }

    private void copyLives(Map<String, DossierNumber> templates, int dossiers) {
        sql.execute("create temporary table template (key text, number text) on commit drop");
        templates.forEach((key, number) -> sql.update("insert into template values (?, ?)", key, number.value()));
        sql.execute("alter table template add column instance text, add column version integer");
        sql.execute("update template t set instance = h.proc_inst_id_, version = p.version_ from act_hi_procinst h"
                + " join act_re_procdef p on p.id_ = h.proc_def_id_ where h.business_key_ = t.number");
        sql.update(
                script.replace(":from", "1").replace(":to", dossiers + "").replace(":labels", "?"),
                sql.queryForObject(
                        "select jsonb_object_agg(d.step, d.step_label)::text from template t join dossier d"
                                + " on d.number = t.number where d.step is not null",
                        String.class));
        // one in forty of those whose deadline has passed could not lapse
        sql.execute("create temporary table crowd on commit drop as select d.number, d.territory, d.sector,"
                + " coalesce(d.jury, 'regional') as jury, d.due_at, case when d.step = 'userTask_completeDossier'"
                + " and hashint8(hashtext(d.number)) % 40 = 0 then 'INCIDENT' else coalesce(d.step, d.status) end as key,"
                + " case when row_number() over () % 5 = 0 then 'agent-' || row_number() over () % " + AGENTS
                + " end as agent from dossier d where d.holder = 'banc'");
        sql.execute("create index on crowd (key)");
        sql.execute("analyze crowd");
        for (var statement : read("lives").split(";\\s*\n")) {
            sql.execute(statement);
        }
        runtime();
        history();
        EVIDENCE.forEach(this::evidence);
        inSessions();
    }

    /** The templates were heard together; here fifty of a jury are, and what is over is closed. */
    private void inSessions() {
        sql.execute("create temporary table hearing on commit drop as select i.id, i.session as former, d.jury,"
                + " i.outcome is null as pending, (row_number() over (partition by d.jury, i.outcome is null"
                + " order by i.id) - 1) / 50 as rank from jury_agenda_item i join crowd c on c.number = i.dossier"
                + " join dossier d on d.number = i.dossier");
        sql.execute("alter table hearing add column session uuid");
        sql.execute("update hearing set session = md5(concat_ws(' ', jury, pending, rank))::uuid");
        sql.execute("insert into jury_session select (jsonb_populate_record(s, jsonb_build_object('id', h.session,"
                + " 'jury', h.jury, 'status', case when h.pending then 'CONVOQUEE' else 'CLOSE' end, 'starts_at',"
                + " date_trunc('day', now()) + make_interval(days => case when h.pending then 1 else -1 end * (h.rank::integer + 1))))).*"
                + " from (select distinct on (session) * from hearing) as h join jury_session s on s.id = h.former");
        sql.execute("update jury_agenda_item i set session = h.session from hearing h where h.id = i.id");
    }

    private void runtime() {
        var task = "t.task_id_ in (select x.id_ from act_ru_task x where x.proc_inst_id_ = m.instance)";
        copy(
                "act_ru_execution",
                INSTANCE,
                Map.of("business_key_", "case when t.business_key_ is not null then c.number end"));
        copy(
                "act_ru_task",
                INSTANCE,
                Map.of(
                        "due_date_",
                        "c.due_at::timestamp",
                        "assignee_",
                        "c.agent",
                        "create_time_",
                        "(select s.entered::timestamp from schedule s where s.number = c.number and s.open)"));
        copy("act_ru_identitylink", task, Map.of("group_id_", GROUP));
        copy(
                "act_ru_authorization",
                "t.resource_id_ in (select x.id_ from act_ru_task x where x.proc_inst_id_ = m.instance)",
                Map.of("group_id_", GROUP));
        copy("act_ru_variable", INSTANCE, Map.of("text_", TEXT));
        copy(
                "act_ge_bytearray",
                "t.id_ in (select j.exception_stack_id_ from act_ru_job j where j.process_instance_id_ = m.instance)",
                Map.of());
        copy(
                "act_ru_job",
                "t.process_instance_id_ = m.instance",
                Map.of(
                        "duedate_",
                        "case when t.exception_msg_ is null then c.due_at::timestamp + interval '90 days' else t.duedate_ end",
                        "exception_stack_id_",
                        "md5(t.exception_stack_id_ || c.number)",
                        "exception_msg_",
                        "replace(t.exception_msg_, m.number, c.number)"));
        copy(
                "act_ru_incident",
                INSTANCE,
                Map.of(
                        "configuration_",
                        "md5(t.configuration_ || c.number)",
                        "cause_incident_id_",
                        "md5(t.cause_incident_id_ || c.number)",
                        "root_cause_incident_id_",
                        "md5(t.root_cause_incident_id_ || c.number)",
                        "incident_timestamp_",
                        "(now() - make_interval(hours => abs(hashtext(c.number)) % 2000))::timestamp"));
        copy("act_ru_event_subscr", INSTANCE, Map.of());
    }

    private void history() {
        copy(
                "act_hi_procinst",
                INSTANCE,
                Map.of(
                        "business_key_",
                        "c.number",
                        "start_time_",
                        "(select min(s.entered)::timestamp from schedule s where s.number = c.number)",
                        "end_time_",
                        "case when t.end_time_ is not null then (select max(s.left_at)::timestamp from schedule s"
                                + " where s.number = c.number) end"));
        copy(
                "act_hi_actinst",
                INSTANCE,
                " join template_act a on a.key = m.key and a.id_ = t.id_",
                Map.of("start_time_", STARTS, "end_time_", ENDS));
        copy(
                "act_hi_taskinst",
                INSTANCE,
                " join template_act a on a.key = m.key and a.id_ = t.act_inst_id_",
                Map.of("start_time_", STARTS, "end_time_", ENDS, "due_date_", "c.due_at::timestamp"));
        copy("act_hi_varinst", INSTANCE, Map.of("text_", TEXT));
    }

    private void evidence(String table, String[] written) {
        var instead = new LinkedHashMap<String, String>();
        instead.put("id", "md5(t.id || c.number)::uuid");
        instead.put("dossier", "c.number");
        instead.put(
                written[0],
                "case when t." + written[0] + " is not null then (select max(s.left_at) from schedule s"
                        + " where s.number = c.number and s.step = '" + written[1] + "') end");
        copy(table, "t.dossier = m.number", instead);
    }

    /** A dossier at each step and at each end, by how {@code bench/dossiers.sql} calls it, and one that is stuck. */
    private Map<String, DossierNumber> lives() {
        var lives = new LinkedHashMap<String, DossierNumber>();
        for (var number : templates()) {
            lives.put(String.valueOf(dossiers.get(number).step()), number);
        }
        lives.put("INCIDENT", stuck());
        lives.put("ATTRIBUE", given.granted());
        lives.put("REJETE", decided("REJETE"));
        lives.put("LISTE_COMPLEMENTAIRE", decided("LISTE_COMPLEMENTAIRE"));
        var notConform = given.ficheDeposited();
        given.answer(
                notConform,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "NOT_CONFORM", "conformityReason", "Hors sujet"));
        lives.put("NON_CONFORME", notConform);
        var inadmissible = given.fullDeposited();
        given.answer(
                inadmissible,
                "userTask_checkCompleteness",
                "instructeur",
                Map.of("completenessVerdict", "INADMISSIBLE", "completenessReason", "Déposé trop tard"));
        lives.put("IRRECEVABLE", inadmissible);
        var lapsed = given.conform();
        jobs.executeJob(deadline(lapsed));
        lives.put("CADUC", lapsed);
        var abandoned = given.conform();
        dossiers.abandon(abandoned, given.holder(), "Autre financement");
        lives.put("ABANDONNE", abandoned);
        var withdrawn = given.conform();
        dossiers.withdraw(withdrawn, given.manager(), "Doublon");
        lives.put("RETIRE", withdrawn);
        return lives;
    }

    private DossierNumber decided(String outcome) {
        var number = given.judged();
        given.answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome", outcome,
                        "decisionReason", "Crédits insuffisants",
                        "deliberationNumber", "2026-B",
                        "deliberationDate", "02/03/2026"));
        return number;
    }

    /** Its deadline is over, its call is lost, and the engine has tried three times. */
    private DossierNumber stuck() {
        var number = given.conform();
        sql.update("update dossier set call = 'PERDU' where number = ?", number.value());
        var job = deadline(number);
        while (jobs.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            try {
                jobs.executeJob(job);
            } catch (RuntimeException expected) {
                continue; // it is written with the job
            }
        }
        sql.update("update dossier set call = ? where number = ?", TestDossiers.CALL, number.value());
        return number;
    }

    private String deadline(DossierNumber number) {
        return String.valueOf(sql.queryForObject(
                "select j.id_ from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_"
                        + " join act_ru_jobdef f on f.id_ = j.job_def_id_"
                        + " where i.business_key_ = ? and f.act_id_ = 'timer_dossierDeadline'",
                String.class,
                number.value()));
    }

    /**
     * Accounts for those who have taken tasks, and forty of them away: half from today, half from the next days; half
     * of either with a substitute, to whom their tasks go.
     */
    void withAbsences() {
        sql.update(
                "insert into account (username, display_name, email, password) select 'agent-' || i, 'Agent ' || i || ' (fictif)',"
                        + " 'agent-' || i || '@exemple.invalid', a.password from account a, generate_series(0, ?) as i"
                        + " where a.username = 'instructeur'",
                AGENTS - 1);
        sql.update("insert into account_membership (account_id, role, scope) select n.id, m.role, m.scope"
                + " from account_membership m join account a on a.id = m.account_id and a.username = 'instructeur'"
                + " cross join account n where n.username like 'agent-%'");
        var today = ParisTime.dayOf(clock.instant());
        for (var at = 0; at < 40; at++) {
            var first = today.plusDays(at % 2 == 0 ? 0 : 2 + at % 12);
            absences.declare(
                    given.manager(),
                    new AbsenceNotice(
                            "agent-" + at,
                            at % 4 < 2 ? "agent-" + (200 + at) : "",
                            first,
                            first.plusDays(9),
                            Set.of("userTask_checkCompleteness", "userTask_instruct")));
        }
    }
}
