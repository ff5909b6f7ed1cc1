package fr.ruche.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the facts that were committed into the chain, a few seconds afterwards: sealing within each transaction would
 * make all of them wait for each other.
 */
@Component
class Sealer {

    private static final int AT_ONCE = 1_000;

    /** The key of the lock that makes one node of Ruche seal at a time. */
    private static final long LOCK = 0x5EA1;

    /** What has no seal yet. Lines of timelines, which are many, from the first one that may have none. */
    private static final String UNSEALED = "from audited_fact f where (f.source <> 'dossier_event' or f.rank > (select"
            + " settled from audit_progress)) and not exists (select 1 from audit_seal s where s.source = f.source"
            + " and s.fact = f.fact)";

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    Sealer(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${ruche.audit.every:PT10S}")
    void seal() {
        while (Boolean.TRUE.equals(transaction.execute(alone -> sealSome()))) {
            continue;
        }
    }

    /** Whether there may be more. */
    private boolean sealSome() {
        if (!Boolean.TRUE.equals(sql.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            return false;
        }
        // No transaction lasts so long: what is not there by now is not to come.
        var settles = sql.queryForList(
                "select id from dossier_event where at < now() - interval '15 minutes' order by id desc limit 1",
                Long.class);
        var found = sql.query(
                "select f.source, f.fact, f.rank, f.at, f.actor, f.domain, f.subject,"
                        + " encode(sha256(convert_to(f.content::text, 'UTF8')), 'hex') as content " + UNSEALED
                        + " order by f.at, f.source, f.rank, f.fact limit " + AT_ONCE,
                (row, at) -> row(row));
        var head = sql.query("select position, seal from audit_seal order by position desc limit 1", (row, at) ->
                new Object[] {row.getLong(1), row.getString(2)});
        var position = head.isEmpty() ? 0L : (Long) head.get(0)[0];
        var previous = head.isEmpty() ? Chain.BEGINNING : (String) head.get(0)[1];
        var rows = new ArrayList<Object[]>();
        for (var one : found) {
            position++;
            var seal = Chain.seal(previous, position, (String) one[0], (String) one[1], (String) one[7]);
            rows.add(new Object[] {
                position, one[0], one[1], one[2], one[3], one[4], one[5], one[6], one[7], previous, seal
            });
            previous = seal;
        }
        sql.batchUpdate(
                "insert into audit_seal (position, source, fact, rank, at, actor, domain, subject, content, previous, seal,"
                        + " sealed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())",
                rows);
        if (found.size() < AT_ONCE && !settles.isEmpty()) {
            sql.update("update audit_progress set settled = ? where settled < ?", settles.get(0), settles.get(0));
        }
        return found.size() == AT_ONCE;
    }

    private static Object[] row(ResultSet row) throws SQLException {
        return new Object[] {
            row.getString("source"),
            row.getString("fact"),
            row.getLong("rank"),
            row.getObject("at", java.time.OffsetDateTime.class),
            row.getString("actor"),
            row.getString("domain"),
            row.getString("subject"),
            row.getString("content")
        };
    }

    /** Facts that are old enough to have a seal and have none, whatever their rank. */
    List<Breach> unsealed() {
        return sql.query(
                "select f.source, f.fact from audited_fact f where f.at < now() - interval '1 hour'"
                        + " and not exists (select 1 from audit_seal s where s.source = f.source and s.fact = f.fact)"
                        + " order by f.at limit " + AT_ONCE,
                (row, at) -> new Breach(0, row.getString(1) + " " + row.getString(2), Breach.Kind.UNSEALED));
    }
}
