package fr.ruche.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Envelopes in plain SQL: money moves by one conditional statement, so that two transactions cannot both pass. */
@Component
class EnvelopeTable {

    private final JdbcClient sql;

    EnvelopeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether there was none of these dimensions. */
    boolean open(UUID id, Envelope envelope) {
        return sql.sql("insert into envelope (id, call, jury, measure, year, credit, amount)"
                                + " values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict on constraint envelope_dimensions do nothing")
                        .params(
                                id,
                                envelope.call(),
                                envelope.jury(),
                                envelope.measure(),
                                envelope.year(),
                                envelope.credit().name(),
                                envelope.amount())
                        .update()
                == 1;
    }

    List<Envelope> of(String call) {
        return sql.sql("select * from envelope where call = ? order by jury, year, measure nulls first, credit desc")
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

    /** From which a dossier of this measure that holds nothing yet draws. */
    Optional<Envelope> drawn(String call, String jury, Credit credit, @Nullable String measure) {
        return sql.sql("select * from envelope where id = drawn_envelope(?, ?, ?, ?)")
                .params(call, jury, credit.name(), measure)
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

    /** @param counterpart from which or to which the difference went, null for an amendment */
    void traceChange(
            Envelope was, BigDecimal becomes, @Nullable UUID counterpart, String reason, String by, Instant at) {
        sql.sql("insert into envelope_change (envelope, was, becomes, counterpart, reason, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(was.id(), was.amount(), becomes, counterpart, reason, by, Timestamp.from(at))
                .update();
    }

    /** Both, in the order of the ids, as money is moved; nobody else changes them until the end of the transaction. */
    List<Envelope> hold(UUID one, UUID other) {
        return sql.sql("select * from envelope where id in (?, ?) order by id for update")
                .params(one, other)
                .query(EnvelopeTable::envelope)
                .list();
    }

    void setAmount(UUID envelope, BigDecimal amount) {
        sql.sql("update envelope set amount = ? where id = ?")
                .params(amount, envelope)
                .update();
    }

    /** The latest first. */
    List<EnvelopeChange> changes(String call) {
        return sql.sql(
                        "select e.jury, e.measure, e.year, e.credit, c.was, c.becomes, o.jury as counterpart, c.reason, c.changed_by,"
                                + " c.changed_at from envelope_change c join envelope e on e.id = c.envelope"
                                + " left join envelope o on o.id = c.counterpart where e.call = ? order by c.id desc")
                .param(call)
                .query((row, number) -> new EnvelopeChange(
                        row.getString("jury"),
                        row.getString("measure"),
                        row.getInt("year"),
                        Credit.valueOf(row.getString("credit")),
                        row.getBigDecimal("was"),
                        row.getBigDecimal("becomes"),
                        row.getString("counterpart"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** Locks them until the end of the transaction. */
    List<Commitment> activeOf(String dossier) {
        return sql.sql("select id, envelope, amount from envelope_commitment"
                        + " where dossier = ? and released_at is null order by envelope for update")
                .param(dossier)
                .query(EnvelopeTable::commitment)
                .list();
    }

    /** What was committed for the dossier at this instant. */
    List<Commitment> heldAt(String dossier, Instant at) {
        return sql.sql("select id, envelope, amount from envelope_commitment where dossier = ? and committed_at <= ?"
                        + " and (released_at is null or released_at > ?) order by envelope")
                .params(dossier, Timestamp.from(at), Timestamp.from(at))
                .query(EnvelopeTable::commitment)
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
                row.getString("measure"),
                row.getInt("year"),
                Credit.valueOf(row.getString("credit")),
                row.getBigDecimal("amount"),
                row.getBigDecimal("committed"));
    }

    static boolean same(List<Commitment> one, List<Commitment> other) {
        return one.stream()
                .map(Commitment::id)
                .toList()
                .equals(other.stream().map(Commitment::id).toList());
    }

    private static Commitment commitment(ResultSet row, int number) throws SQLException {
        return new Commitment(row.getLong("id"), row.getObject("envelope", UUID.class), row.getBigDecimal("amount"));
    }

    record Commitment(long id, UUID envelope, BigDecimal amount) {}
}
