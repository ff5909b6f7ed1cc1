package fr.ruche.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Envelopes in plain SQL: money moves by one conditional statement, so that two transactions cannot both pass. */
@Component
class EnvelopeTable {

    private final JdbcClient sql;

    EnvelopeTable(JdbcClient sql) {
        this.sql = sql;
    }

    void open(String call, String jury, Credit credit, BigDecimal amount) {
        sql.sql("insert into envelope (id, call, jury, credit, amount) values (?, ?, ?, ?, ?)"
                        + " on conflict (call, jury, credit) do nothing")
                .params(UUID.randomUUID(), call, jury, credit.name(), amount)
                .update();
    }

    List<Envelope> of(String call) {
        return sql.sql("select * from envelope where call = ? order by jury, credit desc")
                .param(call)
                .query(EnvelopeTable::envelope)
                .list();
    }

    Optional<Envelope> find(UUID id) {
        return sql.sql("select * from envelope where id = ?")
                .param(id)
                .query(EnvelopeTable::envelope)
                .optional();
    }

    Optional<Envelope> find(String call, String jury, Credit credit) {
        return sql.sql("select * from envelope where call = ? and jury = ? and credit = ?")
                .params(call, jury, credit.name())
                .query(EnvelopeTable::envelope)
                .optional();
    }

    /** In the order of the ids, as money is moved. */
    void hold(String call, String jury) {
        sql.sql("select id from envelope where call = ? and jury = ? order by id for update")
                .params(call, jury)
                .query(UUID.class)
                .list();
    }

    /** Whether the money was there; PostgreSQL looks at the row again after waiting for a concurrent update. */
    boolean move(UUID envelope, BigDecimal delta) {
        return sql.sql("update envelope set committed = committed + :delta"
                                + " where id = :id and committed + :delta between 0 and amount")
                        .param("delta", delta)
                        .param("id", envelope)
                        .update()
                == 1;
    }

    /** Whether it was done: not when another amount than the one that was seen stands there, or more is committed. */
    boolean changeAmount(UUID envelope, BigDecimal seen, BigDecimal amount) {
        return sql.sql("update envelope set amount = :amount where id = :id and amount = :seen"
                                + " and committed <= :amount")
                        .param("seen", seen)
                        .param("amount", amount)
                        .param("id", envelope)
                        .update()
                == 1;
    }

    void traceChange(Envelope was, BigDecimal becomes, String reason, String by, Instant at) {
        sql.sql("insert into envelope_change (envelope, was, becomes, reason, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(was.id(), was.amount(), becomes, reason, by, Timestamp.from(at))
                .update();
    }

    /** Locks them until the end of the transaction. */
    List<Commitment> activeOf(String dossier) {
        return sql.sql("select id, envelope, amount from envelope_commitment"
                        + " where dossier = ? and released_at is null order by envelope for update")
                .param(dossier)
                .query((row, n) -> new Commitment(
                        row.getLong("id"), row.getObject("envelope", UUID.class), row.getBigDecimal("amount")))
                .list();
    }

    void commit(UUID envelope, String dossier, BigDecimal amount, Instant at) {
        sql.sql("insert into envelope_commitment (envelope, dossier, amount, committed_at) values (?, ?, ?, ?)")
                .params(envelope, dossier, amount, Timestamp.from(at))
                .update();
    }

    void release(long commitment, String reason, Instant at) {
        sql.sql("update envelope_commitment set released_at = ?, release_reason = ? where id = ?")
                .params(Timestamp.from(at), reason, commitment)
                .update();
    }

    private static Envelope envelope(ResultSet row, int number) throws SQLException {
        return new Envelope(
                row.getObject("id", UUID.class),
                row.getString("call"),
                row.getString("jury"),
                Credit.valueOf(row.getString("credit")),
                row.getBigDecimal("amount"),
                row.getBigDecimal("committed"));
    }

    record Commitment(long id, UUID envelope, BigDecimal amount) {}
}
