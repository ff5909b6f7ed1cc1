package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds requests in the middle of their transaction by locks taken from outside, so that a kill provably comes while
 * they write. What it leaves in the database is without effect once it is closed.
 */
class Brake implements AutoCloseable {

    /** Far more than a busy machine needs. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcTemplate database;
    private final Connection locks;
    private final Map<Moment, Long> expected = new EnumMap<>(Moment.class);

    Brake(JdbcTemplate database) throws SQLException {
        this.database = database;
        database.execute("""
                create function brake() returns trigger language plpgsql as
                'begin perform pg_advisory_xact_lock_shared(1); return new; end'""");
        locks = Objects.requireNonNull(database.getDataSource()).getConnection();
        locks.setAutoCommit(false);
        lock("select pg_advisory_lock(1)");
    }

    /** The transaction that next writes to the dossier, or to the session, will wait at this moment. */
    void hold(String key, Moment moment) throws SQLException {
        var statement = switch (moment) {
            case AT_ITS_FIRST_WRITE -> "select from dossier where number = '%s' for update";
            case AMONG_THE_WRITES_OF_THE_ENGINE ->
                "select from act_ru_task where proc_inst_id_ ="
                        + " (select proc_inst_id_ from act_hi_procinst where business_key_ = '%s') for update";
            case AT_ITS_LETTER ->
                "create trigger \"%1$s\" before insert on notification"
                        + " for each row when (new.dossier = '%1$s') execute function brake()";
            case AT_ITS_MINUTES ->
                "create trigger \"%1$s\" before insert on jury_minutes"
                        + " for each row when (new.session = '%1$s') execute function brake()";
            case IN_ITS_COMMIT ->
                "create constraint trigger \"%1$s\" after update on dossier initially deferred"
                        + " for each row when (new.number = '%1$s') execute function brake()";
        };
        if (statement.startsWith("create")) {
            database.execute(statement.formatted(key));
        } else {
            lock(statement.formatted(key));
        }
        expected.merge(moment, 1L, Long::sum);
    }

    /** Returns when every request waits at its moment. */
    void awaitHeld() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(held()).isEqualTo(expected));
    }

    private Map<Moment, Long> held() {
        var held = new EnumMap<Moment, Long>(Moment.class);
        for (var waiting : database.queryForList(
                "select query from pg_stat_activity where wait_event_type = 'Lock'", String.class)) {
            for (var moment : Moment.values()) {
                if (moment.explains(waiting)) {
                    held.merge(moment, 1L, Long::sum);
                }
            }
        }
        return held;
    }

    private void lock(String statement) throws SQLException {
        try (var sql = locks.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Lets go, and returns when the database has ended whatever was held for a program that is dead. */
    @Override
    public void close() throws SQLException {
        locks.close();
        await().atMost(PATIENCE).until(() -> Objects.equals(0, othersConnected()));
    }

    private Integer othersConnected() {
        return database.queryForObject(
                "select count(*) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()",
                Integer.class);
    }
}
