package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.ruche.IntegrationTest;
import fr.ruche.identity.Absences;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a former version sealed still verifies after the tables were brought up to date. */
@IntegrationTest
class UpgradeTests {

    /** The version that sealed first, and how it did. */
    private static final String FIRST = "199";

    private static final String SEALED_THEN =
            "select source, fact, rank, at, actor, domain, subject, encode(sha256(convert_to(content::text, 'UTF8')), 'hex')"
                    + " as content from audited_fact order by at, source, rank, fact";

    @Autowired
    JdbcTemplate here;

    @Autowired
    DataSource ours;

    @Autowired
    List<JavaMigration> inJava;

    @Autowired
    Absences absences;

    @Test
    void sealsOfTheFirstVersionStillVerify() throws SQLException {
        var schema = "audit_" + UUID.randomUUID().toString().replace("-", "");
        here.execute("create schema " + schema);
        try (var connection = ours.getConnection()) {
            var pool = ours.unwrap(HikariDataSource.class);
            var url = connection.getMetaData().getURL();
            var there = new SingleConnectionDataSource(
                    url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public",
                    pool.getUsername(),
                    pool.getPassword(),
                    true);
            try {
                upgraded(there, schema);
            } finally {
                there.destroy();
            }
        } finally {
            here.execute("drop schema " + schema + " cascade");
        }
    }

    private void upgraded(DataSource there, String schema) {
        var sql = new JdbcTemplate(there);
        migrate(there, schema, FIRST);
        former(sql);
        seal(sql);
        var sealed = sql.queryForList("select distinct source from audit_seal", String.class);
        assertThat(sealed).hasSize(14);

        migrate(there, schema, "latest");

        var sealer = new Sealer(sql, new DataSourceTransactionManager(there));
        var audit = new Audit(sql, sealer, absences);
        assertThat(audit.verify((Path) null).breaches())
                .allMatch(breach -> breach.kind() == Breach.Kind.UNSEALED)
                .noneMatch(breach -> sealed.contains(breach.fact().split(" ")[0]));
        new Seals(sealer).seal();
        assertThat(audit.verify((Path) null).breaches()).isEmpty();
        assertThat(sql.queryForList("select distinct source from audit_seal", String.class))
                .contains("jury_session", "payment")
                .containsAll(sealed);
        assertThat(sql.queryForObject("select count(*) from audit_pending", Integer.class))
                .isZero();

        sql.update("update dossier_event set text = 'Autre'");
        assertThat(audit.verify((Path) null).breaches())
                .extracting(Breach::kind)
                .containsExactly(Breach.Kind.CHANGED);
    }

    private void migrate(DataSource there, String schema, String version) {
        Flyway.configure()
                .dataSource(there)
                .schemas(schema)
                .locations("classpath:db/migration")
                .javaMigrations(inJava.toArray(JavaMigration[]::new))
                .target(version)
                .load()
                .migrate();
    }

    /** Something from each of its sources, and from two that it did not read. */
    private static void former(JdbcTemplate sql) {
        for (var statement : List.of(
                "insert into account (username, display_name, email, password) values ('gerante', 'Alix Essai', 'a@b.fr', 'x')",
                "insert into account_membership select id, 'MANAGER', '' from account",
                "insert into call values ('ESSAI-2026', 1, now())",
                "insert into call_version values ('ESSAI-2026', 1, '{\"title\": \"Essai\", \"rate\": 0.50}', 'gerante', 'Début', now())",
                "insert into dossier (number, revision, call, call_version, status, search_text, total_cost, requested_operating,"
                        + " requested_investment, fiche, created_at) values ('ESSAI-2026-0001', 0, 'ESSAI-2026', 1, 'EN_COURS', '',"
                        + " 0, 0, 0, '{}', now())",
                "insert into dossier_event (dossier, at, kind, text, author, author_name, on_behalf_of, on_behalf_name)"
                        + " values ('ESSAI-2026-0001', now() - interval '2 hours', 'OPENED', 'Fiche « ouverte »', 'gerante',"
                        + " 'Alix Essai', 'autre', 'Camille Essai')",
                "insert into envelope (id, call, jury, credit, amount) values (gen_random_uuid(), 'ESSAI-2026', 'regional',"
                        + " 'OPERATING', 1000)",
                "insert into envelope_change (envelope, was, becomes, reason, changed_by, changed_at) select id, 0, amount, 'Vote',"
                        + " 'gerante', now() from envelope",
                "insert into letter_template values ('GRANTED', 1, 'Objet', 'Texte', 'gerante', now())",
                "insert into absence (id, absent, first_day, last_day, lends, declared_by, declared_at, ended_by, ended_at)"
                        + " values (gen_random_uuid(), 'gerante', '2026-01-01', '2026-01-09', false, 'gerante', now(), 'gerante', now())",
                "insert into jury_seat (id, jury, college, name, president, substitute, since, recorded_by, recorded_at, ended_by,"
                        + " ended_at, end_motive) values (gen_random_uuid(), 'regional', 'REGION', 'Jo Essai', true, false,"
                        + " '2026-01-01', 'Alix Essai', now(), 'Alix Essai', now(), 'Fin')",
                "insert into dossier_recusal (id, dossier, username, name, motive, declared_by, declared_at, lifted_by, lifted_at,"
                        + " lift_motive) values (gen_random_uuid(), 'ESSAI-2026-0001', null, 'Jo Essai', 'Parenté', 'Alix Essai',"
                        + " now(), 'Alix Essai', now(), 'Fin')",
                "insert into personal_interest (id, username, siren, capacity, declared_by, declared_at, ended_by, ended_at)"
                        + " values (gen_random_uuid(), 'gerante', '999000009', 'Trésorière', 'Alix Essai', now(), 'Alix Essai', now())",
                "insert into dossier_export (id, account, account_name, format, filters, columns, started_at)"
                        + " values (gen_random_uuid(), 'gerante', 'Alix Essai', 'CSV', '', 'TITLE', now())",
                "insert into jury_session (id, call, jury, starts_at, place, status, convened_by, convened_at)"
                        + " values (gen_random_uuid(), 'ESSAI-2026', 'regional', now(), 'Lille', 'CONVOQUEE', 'gerante', now())",
                "insert into payment (dossier, credit, amount, paid_on, reference, recorded_by, recorded_at)"
                        + " values ('ESSAI-2026-0001', 'OPERATING', 10, '2026-01-02', 'E', 'Alix Essai', now())")) {
            sql.update(statement);
        }
    }

    private static void seal(JdbcTemplate sql) {
        var last = new Object() {
            private String seal = Chain.BEGINNING;
            private long position;
        };
        for (var fact : sql.queryForList(SEALED_THEN)) {
            last.position++;
            var seal = Chain.seal(
                    last.seal,
                    last.position,
                    String.valueOf(fact.get("source")),
                    String.valueOf(fact.get("fact")),
                    String.valueOf(fact.get("content")));
            sql.update(
                    "insert into audit_seal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())",
                    last.position,
                    fact.get("source"),
                    fact.get("fact"),
                    fact.get("rank"),
                    fact.get("at"),
                    fact.get("actor"),
                    fact.get("domain"),
                    fact.get("subject"),
                    fact.get("content"),
                    last.seal,
                    seal);
            last.seal = seal;
        }
    }
}
