package fr.ruche.bench;

import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.ReadModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the database with dossiers and open tasks. One dossier is brought to each step by the people who would bring it
 * there; the rows that the engine then has of it are copied by SQL under other ids, with the groups, the due dates and
 * the variables of the dossiers of {@code bench/dossiers.sql}. The rows of the read model are made by its own command.
 */
@TestComponent
class Crowd {

    private static final double TASKS_PER_DOSSIER = 0.86;
    /** What is another one in each copy. */
    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "task_id_",
            "var_scope_",
            "resource_id_");

    static final String GROUP = "case when t.group_id_ like 'conformity-%' then 'conformity-' || c.territory"
            + " when t.group_id_ like 'instruction-%' then 'instruction-' || c.sector"
            + " when t.group_id_ like 'jury-%' then 'jury-' || c.jury else t.group_id_ end";
    static final String TEXT = "case t.name_ when 'territory' then c.territory when 'sector' then c.sector"
            + " when 'juryGroup' then 'jury-' || c.jury else t.text_ end";

    static final String INSTANCE = "t.proc_inst_id_ = m.instance";

    /** The tables that are filled. */
    static final List<String> TABLES = List.of(
            "dossier",
            "dossier_step",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_authorization",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst");

    final TestDossiers given;
    final ReadModel model;
    final JdbcTemplate sql;
    final TransactionTemplate transaction;
    String script = read("dossiers");
    private int filled;

    Crowd(TestDossiers given, ReadModel model, JdbcTemplate sql, TransactionTemplate transaction) {
        this.given = given;
        this.model = model;
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Until at least so many tasks are open. */
    void fillTo(int tasks) {
        var to = (int) Math.ceil(tasks / TASKS_PER_DOSSIER);
        withoutIndexes(TABLES, to - filled > 50_000, () -> {
            fill(filled + 1, to);
        });
        model.rebuild();
        filled = to;
        TABLES.forEach(table -> sql.execute("vacuum analyze " + table));
    }

    /** All in one call, received over three years, instead of five calls of a few weeks each. */
    void inOneCall(int year) {
        script = script.replace("2021 + i % 5 as year, 1 + i / 5 as rank", year + " as year, i as rank")
                .replace("365 * (year - 2021) + floor(60 * d)::int", "365 * (year - 2023) + floor(1090 * d)::int");
    }

    /** So many dossiers without tasks, and what their timelines and the managers say of three years. */
    void withFacts(int dossiers) {
        inOneCall(2025);
        transaction.executeWithoutResult(alone -> sql.update(
                script.replace(":from", "1").replace(":to", dossiers + "").replace(":labels", "?"), "{}"));
        sql.execute("vacuum analyze dossier");
        sql.execute(read("facts"));
    }

    /** Those that a jury has seen have a mark that is revealed. */
    void withMarks() {
        sql.update(
                "insert into marking_phase (session, phase, closes_at, opened_by, opened_at, revealed_by, revealed_at, scored)"
                        + " select id, 'REVEALED', now(), 'banc', now(), 'banc', now(), true from jury_session"
                        + " order by id limit 1 on conflict (session) do update set phase = 'REVEALED', revealed_at = now()");
        sql.update("insert into marking_score (dossier, session, score, revealed_at) select d.number, p.session,"
                + " 30 + abs(hashtext(d.number)) % 7000 / 100.0, now() from dossier d,"
                + " (select session from marking_phase where phase = 'REVEALED' limit 1) as p"
                + " where d.holder = 'banc' and d.milestone >= 4 on conflict do nothing");
        sql.execute("vacuum analyze marking_score");
    }

    int openTasks() {
        return Objects.requireNonNull(sql.queryForObject("select count(*) from act_ru_task", Integer.class));
    }

    private void fill(int from, int to) {
        var templates = templates();
        transaction.executeWithoutResult(alone -> {
            sql.execute("create temporary table template on commit drop as select d.step as key, d.step_label,"
                    + " e.proc_inst_id_ as instance, s.task_id as task from dossier d"
                    + " join act_ru_execution e on e.business_key_ = d.number"
                    + " join dossier_step s on s.dossier = d.number and s.left_at is null where d.number in ("
                    + templates.stream().map(number -> "'" + number + "'").collect(Collectors.joining(",")) + ")");
            sql.update(
                    script.replace(":from", from + "").replace(":to", to + "").replace(":labels", "?"),
                    sql.queryForObject("select jsonb_object_agg(key, step_label)::text from template", String.class));
            sql.execute(
                    "create temporary table crowd on commit drop as select d.number, d.step as key, d.territory, d.sector,"
                            + " coalesce(d.jury, 'regional') as jury, d.due_at,"
                            + " case when row_number() over () % 5 = 0 then 'agent-' || row_number() over () % 500 end as agent"
                            + " from dossier d where d.holder = 'banc' and d.step is not null"
                            + " and not exists (select 1 from dossier_step s where s.dossier = d.number)");
            sql.execute("analyze crowd");
            copy(
                    "act_ru_execution",
                    INSTANCE,
                    Map.of("business_key_", "case when t.business_key_ is not null then c.number end"));
            copy("act_ru_task", INSTANCE, Map.of("due_date_", "c.due_at::timestamp", "assignee_", "c.agent"));
            copy("act_ru_identitylink", "t.task_id_ = m.task", Map.of("group_id_", GROUP));
            copy("act_ru_authorization", "t.resource_id_ = m.task", Map.of("group_id_", GROUP));
            copy("act_ru_variable", INSTANCE, Map.of("text_", TEXT));
            copy(
                    "act_ru_job",
                    "t.process_instance_id_ = m.instance",
                    Map.of("duedate_", "c.due_at::timestamp + interval '90 days'"));
            copy("act_ru_event_subscr", INSTANCE, Map.of());
            copy("act_hi_procinst", INSTANCE, Map.of("business_key_", "c.number"));
            copy("act_hi_actinst", INSTANCE + " and t.end_time_ is null", Map.of());
            copy("act_hi_taskinst", INSTANCE + " and t.end_time_ is null", Map.of("due_date_", "c.due_at::timestamp"));
            copy("act_hi_varinst", INSTANCE, Map.of("text_", TEXT));
        });
    }

    void copy(String table, String of, Map<String, String> instead) {
        copy(table, of, "", instead);
    }

    /** Every row of a template for each dossier that is like it, with other ids and these columns otherwise. */
    void copy(String table, String of, String more, Map<String, String> instead) {
        var columns = sql.queryForList(
                "select column_name from information_schema.columns where table_name = ?"
                        + " and table_schema = current_schema() order by ordinal_position",
                String.class,
                table);
        var values = columns.stream()
                .map(column -> instead.getOrDefault(
                        column, IDS.contains(column) ? "md5(t." + column + " || c.number)" : "t." + column))
                .collect(Collectors.joining(", "));
        sql.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " t join template m on " + of + more + " join crowd c on c.key = m.key");
    }

    /** A dossier at each step. */
    List<DossierNumber> templates() {
        var correct = given.ficheDeposited();
        given.answer(
                correct,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "À revoir"));
        var provide = given.fullDeposited();
        given.answer(
                provide,
                "userTask_checkCompleteness",
                "instructeur",
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Une pièce est illisible"));
        return List.of(
                given.opened(),
                given.ficheDeposited(),
                correct,
                given.conform(),
                given.fullDeposited(),
                provide,
                given.complete(),
                given.instructed(),
                given.onAgenda(),
                given.judged());
    }

    /** Indexes that are made afterwards are made faster. */
    void withoutIndexes(List<String> tables, boolean worth, Runnable work) {
        var made = new LinkedHashMap<String, String>();
        if (worth) {
            sql.query(
                    "select indexname, indexdef from pg_indexes i where schemaname = current_schema() and tablename in ('"
                            + String.join("','", tables)
                            + "') and not exists (select 1 from pg_constraint c where c.conname = i.indexname)",
                    row -> {
                        made.put(row.getString("indexname"), row.getString("indexdef"));
                    });
            // these serve the copying itself
            made.keySet()
                    .removeIf(name -> name.contains("dossier_step_by_dossier") || name.contains("rule_evaluation"));
        }
        made.keySet().forEach(index -> sql.execute("drop index " + index));
        work.run();
        made.values().forEach(sql::execute);
    }

    static String read(String script) {
        try {
            return new ClassPathResource("bench/" + script + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
