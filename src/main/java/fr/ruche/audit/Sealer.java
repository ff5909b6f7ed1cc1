package fr.ruche.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the facts that were committed into the chain, a few seconds afterwards: sealing within each transaction would
 * make all of them wait for each other. Each fact left a line in {@code audit_pending} with it, so that sealing costs
 * what is new and nothing else.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final int AT_ONCE = 2_000;
    private static final int MOST_NAMED = 1_000;

    /** The key of the lock that makes one node of Ruche seal at a time. */
    private static final long LOCK = 0x5EA1;

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
        var taken = sql.query(
                "select p.id, p.source, p.fact, f.rank, f.at, f.actor, f.domain, f.subject,"
                        + " encode(sha256(convert_to(f.content::text, 'UTF8')), 'hex') as content,"
                        + " exists (select 1 from audit_seal s where s.source = p.source and s.fact = p.fact) as sealed"
                        + " from (select * from audit_pending order by id limit ?) as p left join lateral (select * from"
                        + " audited_fact f where f.source = p.source and f.rank = p.rank and f.fact = p.fact) as f on true"
                        + " order by f.at, p.source, p.rank, p.fact",
                (row, at) -> Pending.of(row),
                AT_ONCE);
        taken.stream()
                .filter(one -> one.content == null)
                .forEach(one -> LOG.warn("The fact {} {} was gone before it could be sealed", one.source, one.fact));
        append(taken.stream().filter(one -> one.content != null && !one.sealed).toList());
        sql.batchUpdate(
                "delete from audit_pending where id = ?",
                taken.stream().map(one -> new Object[] {one.id}).toList());
        return taken.size() == AT_ONCE;
    }

    private void append(List<Pending> facts) {
        var head = sql.query("select position, seal from audit_seal order by position desc limit 1", (row, at) ->
                new Object[] {row.getLong(1), row.getString(2)});
        var position = head.isEmpty() ? 0L : (Long) head.get(0)[0];
        var previous = head.isEmpty() ? Chain.BEGINNING : (String) head.get(0)[1];
        var rows = new ArrayList<Object[]>();
        for (var one : facts) {
            position++;
            var seal = Chain.seal(previous, position, one.source, one.fact, Objects.requireNonNull(one.content));
            rows.add(new Object[] {
                position,
                one.source,
                one.fact,
                one.rank,
                one.at,
                one.actor,
                one.domain,
                one.subject,
                one.content,
                previous,
                seal
            });
            previous = seal;
        }
        sql.batchUpdate(
                "insert into audit_seal (position, source, fact, rank, at, actor, domain, subject, content, previous, seal,"
                        + " sealed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())",
                rows);
    }

    /** Facts that are old enough to have a seal and have none, whatever became of what said that they await one. */
    List<Breach> unsealed() {
        return sql.query(
                "select f.source, f.fact from audited_fact f where f.at < now() - interval '1 hour'"
                        + " and not exists (select 1 from audit_seal s where s.source = f.source and s.fact = f.fact)"
                        + " order by f.at limit " + MOST_NAMED,
                (row, at) -> new Breach(0, row.getString(1) + " " + row.getString(2), Breach.Kind.UNSEALED));
    }

    /** How many facts await their seal, and since when the first of them does: what operators watch. */
    Waiting waiting() {
        return Objects.requireNonNull(sql.queryForObject(
                "select count(*), coalesce(extract(epoch from now() - min(since)), 0) from audit_pending",
                (row, at) -> new Waiting(row.getLong(1), row.getDouble(2))));
    }

    /** @param seconds how long the first of them has been waiting; 0 for none */
    record Waiting(long facts, double seconds) {}

    /** @param content null when the fact is no longer there */
    private record Pending(
            long id,
            String source,
            String fact,
            long rank,
            @Nullable OffsetDateTime at,
            @Nullable String actor,
            @Nullable String domain,
            @Nullable String subject,
            @Nullable String content,
            boolean sealed) {

        private static Pending of(ResultSet row) throws SQLException {
            return new Pending(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getString("fact"),
                    row.getLong("rank"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("actor"),
                    row.getString("domain"),
                    row.getString("subject"),
                    row.getString("content"),
                    row.getBoolean("sealed"));
        }
    }
}
