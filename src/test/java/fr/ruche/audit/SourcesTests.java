package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Breach.Kind;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.deliberation.Scenarios;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From wherever a fact is read: whoever changes it, takes it out or slips another one in is found out, by its name. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesTests {

    private static final String NEW_ID = "'id', gen_random_uuid(), ";
    private static final String NEW_NUMBER = "'id', 1000000 + (random() * 1000000)::int, ";
    private static final String LONG_AGO = ", now() - interval '3 days'";

    @Autowired
    Audit audit;

    @Autowired
    Seals seals;

    @Autowired
    TestDossiers given;

    @Autowired
    MarkingSessions marked;

    @Autowired
    Markings markings;

    @Autowired
    Results results;

    @Autowired
    Scenarios scenarios;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    /**
     * @param key what the fact is named by
     * @param change what is written otherwise
     * @param slip the columns in which a row that is slipped in differs from one that is there; null where there can be
     *     no other
     */
    record Source(
            String name,
            String table,
            String key,
            String change,
            @Nullable String slip) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Source> sources() {
        return Stream.of(
                new Source("dossier_event", "dossier_event", "id", "text = 'x'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source(
                        "envelope_change",
                        "envelope_change",
                        "id",
                        "becomes = becomes + 1",
                        NEW_NUMBER + "'changed_at'" + LONG_AGO),
                new Source(
                        "call_version",
                        "call_version",
                        "call || ' ' || version",
                        "parameters = parameters || '{\"x\": 1}'",
                        "'version', version + 1000, 'created_at'" + LONG_AGO),
                new Source(
                        "letter_template",
                        "letter_template",
                        "letter || ' ' || version",
                        "body = 'x'",
                        "'version', version + 1000, 'changed_at'" + LONG_AGO),
                new Source(
                        "programme_letter",
                        "programme_letter",
                        "programme || ' ' || letter || ' ' || version",
                        "body = 'x'",
                        "'version', version + 1000, 'changed_at'" + LONG_AGO),
                new Source("account_change", "account_change", "id", "by_name = 'x'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source("absence", "absence", "id", "lends = not lends", NEW_ID + "'declared_at'" + LONG_AGO),
                new Source("absence_kinds", "absence_step", "absence", "step = 'x'", null),
                new Source("absence_end", "absence", "id", "ended_by = 'x'", NEW_ID + "'ended_at'" + LONG_AGO),
                new Source("jury_seat", "jury_seat", "id", "college = 'x'", NEW_ID + "'recorded_at'" + LONG_AGO),
                new Source("jury_seat_end", "jury_seat", "id", "end_motive = 'x'", NEW_ID + "'ended_at'" + LONG_AGO),
                new Source(
                        "dossier_recusal",
                        "dossier_recusal",
                        "id",
                        "motive = 'x'",
                        NEW_ID + "'declared_at'" + LONG_AGO),
                new Source(
                        "dossier_recusal_lift",
                        "dossier_recusal",
                        "id",
                        "lift_motive = 'x'",
                        NEW_ID + "'lifted_at'" + LONG_AGO),
                new Source(
                        "personal_interest",
                        "personal_interest",
                        "id",
                        "capacity = 'x'",
                        NEW_ID + "'declared_at'" + LONG_AGO),
                new Source(
                        "personal_interest_end",
                        "personal_interest",
                        "id",
                        "ended_by = 'x'",
                        NEW_ID + "'ended_at'" + LONG_AGO),
                new Source(
                        "dossier_export", "dossier_export", "id", "filters = 'x'", NEW_ID + "'started_at'" + LONG_AGO),
                new Source("audit_fact", "audit_fact", "id", "told = 'x'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source("epci_change", "epci_change", "id", "was = '{}'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source(
                        "deployment",
                        "act_re_deployment",
                        "id_",
                        "name_ = 'x'",
                        "'id_', gen_random_uuid(), 'deploy_time_'" + LONG_AGO),
                new Source(
                        "jury_session",
                        "jury_session",
                        "id",
                        "convened_by = 'x'",
                        NEW_ID + "'status', 'ANNULEE', 'convened_at'" + LONG_AGO),
                new Source(
                        "jury_minutes",
                        "jury_session",
                        "id",
                        "minutes_approved_by = 'x'",
                        NEW_ID + "'status', 'ANNULEE', 'minutes_approved_at'" + LONG_AGO),
                new Source("signed_minutes", "document", "id", "sha256 = 'x'", NEW_ID + "'added_at'" + LONG_AGO),
                new Source("jury_roll", "jury_roll", "id", "member = 'x'", NEW_NUMBER + "'recorded_at'" + LONG_AGO),
                new Source("marking_phase", "marking_phase", "session", "opened_by = 'x'", null),
                new Source("marking_reveal", "marking_phase", "session", "revealed_by = 'x'", null),
                new Source("marking_deliberated", "marking_phase", "session", "deliberated_by = 'x'", null),
                new Source("marking_change", "marking_change", "id", "after = 'x'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source(
                        "deliberation_change",
                        "deliberation_change",
                        "id",
                        "told = 'x'",
                        NEW_NUMBER + "'at'" + LONG_AGO),
                new Source(
                        "commission_meeting",
                        "commission_meeting",
                        "id",
                        "title = 'x'",
                        NEW_ID + "'prepared_at'" + LONG_AGO),
                new Source(
                        "commission_vote",
                        "commission_meeting",
                        "id",
                        "votes_for = votes_for + 1",
                        NEW_ID + "'voted_at'" + LONG_AGO),
                new Source(
                        "dossier_deposit",
                        "dossier_deposit",
                        "id",
                        "content = 'x'",
                        NEW_ID + "'received_at'" + LONG_AGO),
                new Source(
                        "funding_decision",
                        "funding_decision",
                        "id",
                        "operating = operating + 1",
                        NEW_ID + "'decided_at'" + LONG_AGO),
                new Source("payment", "payment", "id", "amount = amount + 1", NEW_NUMBER + "'recorded_at'" + LONG_AGO),
                new Source(
                        "grant_answer",
                        "grant_answer",
                        "id",
                        "accepted = not accepted",
                        NEW_NUMBER + "'answered_at'" + LONG_AGO),
                new Source(
                        "contour_import",
                        "contour_import",
                        "id",
                        "source = 'x'",
                        NEW_NUMBER + "'imported_at'" + LONG_AGO),
                new Source("batch_change", "batch_change", "id", "state = 'ARRETE'", NEW_NUMBER + "'at'" + LONG_AGO),
                new Source(
                        "reserve_place",
                        "reserve_place",
                        "id",
                        "operating = operating + 1",
                        NEW_NUMBER + "'called_at'" + LONG_AGO));
    }

    /** Something from every source; what no other test may meet is written by hand. */
    @BeforeAll
    void facts() {
        var dossier = given.granted().value();
        var session = marked.open(1);
        marked.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 3, "Clair.");
        markings.reveal(session.id(), true, given.manager());
        scenarios.create(session.id(), "Essai", null, given.manager());
        results.deliberate(session.id(), given.manager());
        events.publishEvent(new Deed(Domain.OPERATION, "essai", "TRIED", "Essai."));
        run("update epci set population = coalesce(population, 0) + 1 where siren = ?", TestDossiers.TERRITORY);
        run(
                "insert into payment (dossier, credit, amount, paid_on, reference, recorded_by, recorded_at)"
                        + " values (?, 'OPERATING', 10, '2026-01-02', 'E', 'Essai', now())",
                dossier);
        run(
                "insert into reserve_place (dossier, call, operating, investment, called_by, called_at)"
                        + " values (?, 'DSDT-2026', 10, 0, 'Essai', now())",
                dossier);
        run("insert into envelope_change (envelope, was, becomes, reason, changed_by, changed_at)"
                + " select id, amount, amount, 'Essai', 'essai', now() from envelope limit 1");
        run("insert into letter_template (letter, version, subject, body, changed_by, changed_at)"
                + " values ('ESSAI', 1, 'Objet', 'Texte', 'essai', now())");
        run("insert into programme_letter (programme, letter, version, subject, body, stated, changed_by, changed_at)"
                + " values ('dsdt', 'ESSAI', 1, 'Objet', 'Texte', false, 'essai', now())");
        run("insert into dossier_export (id, account, account_name, format, filters, columns, started_at)"
                + " values (gen_random_uuid(), 'essai', 'Essai', 'CSV', '', '', now())");
        var absence = UUID.randomUUID();
        run(
                "insert into absence (id, absent, first_day, last_day, lends, declared_by, declared_at, handed_at, returned_at)"
                        + " values (?, 'modeleur', '2020-01-01', '2020-01-02', false, 'essai', now(), now(), now())",
                absence);
        run("insert into absence_step values (?, 'userTask_instruct')", absence);
        run("update absence set ended_at = now(), ended_by = 'essai' where id = ?", absence);
        run(
                "insert into jury_seat (id, jury, college, name, president, substitute, since, until, recorded_by, recorded_at)"
                        + " values (gen_random_uuid(), 'essai', 'REGION', 'Essai', false, false, '2020-01-01', '2020-01-02',"
                        + " 'Essai', now())");
        run("update jury_seat set ended_at = now(), ended_by = 'Essai', end_motive = 'Fin' where jury = 'essai' and"
                + " ended_at is null");
        run(
                "insert into dossier_recusal (id, dossier, username, name, motive, declared_by, declared_at)"
                        + " values (gen_random_uuid(), ?, null, 'Essai', 'Essai', 'Essai', now())",
                dossier);
        run(
                "update dossier_recusal set lifted_at = now(), lifted_by = 'Essai', lift_motive = 'Fin' where dossier = ?",
                dossier);
        run(
                "insert into personal_interest (id, username, siren, capacity, declared_by, declared_at, ended_at, ended_by)"
                        + " values (gen_random_uuid(), 'modeleur', '999000009', 'Essai', 'Essai', now(), null, null)");
        run(
                "update personal_interest set ended_at = now(), ended_by = 'Essai' where siren = '999000009' and ended_at is null");
        run("insert into contour_import (source, property, contours, sha256, imported_by, imported_at)"
                + " values ('Essai', 'siren', 1, repeat('a', 64), 'essai', now())");
        var batch = UUID.randomUUID();
        run(
                "insert into batch (id, action, motive, state, created_by, created_at)"
                        + " values (?, 'SUSPEND', 'Essai', 'TERMINE', 'essai', now())",
                batch);
        run("insert into batch_change (batch, state, by, at) values (?, 'EN_COURS', 'essai', now())", batch);
        minutes(session.id());
        meeting();
        seals.seal();
    }

    private void minutes(UUID session) {
        run("insert into jury_minutes values (?, 'pdf')", session);
        run(
                "update jury_session set minutes_approved_at = now(), minutes_approved_by = 'Essai', minutes_sha256 = 'e' where"
                        + " id = ?",
                session);
        var copy = UUID.randomUUID();
        run(
                "insert into document (id, owner, kind, file_name, media_type, size, sha256, state, added_by, added_at)"
                        + " values (?, ?, 'SIGNED_MINUTES', 'pv.pdf', 'application/pdf', 3, repeat('a', 64), 'REPLACED', 'essai',"
                        + " now())",
                copy,
                session.toString());
        run("insert into document_content values (?, 'pdf')", copy);
    }

    private void meeting() {
        var meeting = UUID.randomUUID();
        run(
                "insert into commission_meeting (id, call, day, title, status, prepared_by, prepared_at)"
                        + " values (?, 'DSDT-2026', '2020-01-01', 'Essai', 'EN_PREPARATION', 'Essai', now())",
                meeting);
        run(
                "insert into commission_item (meeting, dossier, outcome, done_at) values (?, 'DSDT-2026-99999', 'ATTRIBUE', now())",
                meeting);
        run(
                "update commission_meeting set status = 'EXECUTEE', deliberation_number = '1', votes_for = 3, votes_against = 0,"
                        + " votes_abstained = 0, voted_by = 'Essai', voted_at = now() where id = ?",
                meeting);
    }

    private void run(String statement, Object... values) {
        sql.sql(statement).params(values).update();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatIsChangedIsFoundOut(Source source) {
        var fact = fact(source);
        tried(source, () -> {
            run("update " + source.table + " set " + source.change + " where (" + source.key + ")::text = ?", fact);
            assertThat(found(source, fact)).containsExactly(Kind.CHANGED);
        });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatIsTakenOutIsFoundOut(Source source) {
        var fact = fact(source);
        tried(source, () -> {
            unbound(source.table);
            run("delete from " + source.table + " where (" + source.key + ")::text = ?", fact);
            assertThat(found(source, fact)).containsExactly(Kind.MISSING);
        });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatIsSlippedInIsFoundOut(Source source) {
        if (source.slip == null) {
            return; // there is one of it and no other: a second one would be a change
        }
        tried(source, () -> {
            var before = unsealed(source);
            run(
                    "insert into " + source.table + " overriding system value select (jsonb_populate_record(t,"
                            + " jsonb_build_object(" + source.slip + "))).* from " + source.table + " t where ("
                            + source.key
                            + ")::text = ?",
                    fact(source));
            assertThat(unsealed(source)).isEqualTo(before + 1);
        });
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        assertThat(sources().filter(source -> !found(source, fact(source)).isEmpty()))
                .isEmpty();
    }

    /** What is no row of its own but part of a fact. */
    @Test
    void theListThatWasVotedTheMarksThatWereRevealedAndTheModelsAreHeldToo() {
        tried("commission_item", () -> {
            run("update commission_item set outcome = 'REJETE' where dossier = 'DSDT-2026-99999'");
            assertThat(found("commission_vote")).containsExactly(Kind.CHANGED);
        });
        tried("marking_mark", () -> {
            run(
                    "update marking_mark set mark = mark + 1 where sheet in (select id from marking_sheet where session = ?::uuid)",
                    last("marking_reveal"));
            assertThat(found("marking_reveal")).containsExactly(Kind.CHANGED);
        });
        tried("jury_minutes", () -> {
            run("update jury_minutes set pdf = 'autre' where session = ?::uuid", last("jury_minutes"));
            assertThat(found("jury_minutes")).containsExactly(Kind.CHANGED);
        });
        tried("act_ge_bytearray", () -> {
            run(
                    "update act_ge_bytearray set bytes_ = bytes_ || 'x' where deployment_id_ = ? and name_ like '%.bpmn'",
                    last("deployment"));
            assertThat(found("deployment")).containsExactly(Kind.CHANGED);
        });
    }

    private String fact(Source source) {
        return last(source.name);
    }

    /** Other tests take away what they deployed. */
    private String last(String source) {
        return sql.sql("select s.fact from audit_seal s where s.source = ? and exists (select 1 from audited_fact f"
                        + " where f.source = s.source and f.fact = s.fact) order by s.position desc limit 1")
                .param(source)
                .query(String.class)
                .single();
    }

    /** Undone: other tests read the same chain. No trigger of ours learns of it. */
    private void tried(Source source, Runnable work) {
        tried(source.table, work);
    }

    private void tried(String table, Runnable work) {
        transaction.executeWithoutResult(alone -> {
            sql.sql("alter table " + table + " disable trigger user").update();
            work.run();
            alone.setRollbackOnly();
        });
    }

    /** What refers to the table stays behind. */
    private void unbound(String table) {
        sql.sql("select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint"
                        + " where contype = 'f' and confrelid = ?::regclass")
                .param(table)
                .query(String.class)
                .list()
                .forEach(statement -> sql.sql(statement).update());
    }

    private List<Kind> found(String source) {
        return found(source, last(source));
    }

    private List<Kind> found(Source source, String fact) {
        return found(source.name, fact);
    }

    private List<Kind> found(String source, String fact) {
        return audit.verify((Path) null).breaches().stream()
                .filter(breach -> breach.fact().equals(source + " " + fact))
                .map(Breach::kind)
                .toList();
    }

    private long unsealed(Source source) {
        return audit.verify((Path) null).breaches().stream()
                .filter(breach ->
                        breach.kind() == Kind.UNSEALED && breach.fact().startsWith(source.name + " "))
                .count();
    }
}
