package fr.ruche.funding;

import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reserve lists, read from the dossiers and their last decision, and the money that comes back to them. */
@Component
class ReserveTable {

    private final JdbcClient sql;

    ReserveTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of a call, jury by jury, in the order of their ranks. */
    List<ReserveLine> of(String call) {
        return sql.sql(
                        "select d.number, d.title, d.organisation, d.call, d.jury, d.measure, d.step, g.operating, g.investment,"
                                + " g.reserve_until, row_number() over (partition by d.jury order by g.deliberation_date,"
                                + " g.reserve_rank nulls last, d.dossier_received_at, d.number) as rank from dossier d"
                                + " join lateral (select * from funding_decision f where f.dossier = d.number"
                                + " order by f.decided_at desc limit 1) g on true"
                                + " where d.call = ? and d.status = 'LISTE_COMPLEMENTAIRE' and g.reserve_until is not null"
                                + " order by d.jury, rank")
                .param(call)
                .query(ReserveTable::line)
                .list();
    }

    /** What is committed for the dossier is about to come back. */
    void freed(String dossier, Instant at) {
        sql.sql("insert into reserve_money (call, jury, operating, investment, operating_envelope,"
                        + " investment_envelope, dossier, freed_at)"
                        + " select e.call, e.jury, coalesce(sum(c.amount) filter (where e.credit = 'OPERATING'), 0),"
                        + " coalesce(sum(c.amount) filter (where e.credit = 'INVESTMENT'), 0),"
                        + " (array_agg(e.id) filter (where e.credit = 'OPERATING'))[1],"
                        + " (array_agg(e.id) filter (where e.credit = 'INVESTMENT'))[1], c.dossier, ?"
                        + " from envelope_commitment c join envelope e on e.id = c.envelope"
                        + " where c.dossier = ? and c.released_at is null group by e.call, e.jury, c.dossier")
                .params(Timestamp.from(at), dossier)
                .update();
    }

    /** What has come back and was not handled yet, the oldest first. */
    List<Long> open() {
        return sql.sql("select id from reserve_money where handled_at is null order by id")
                .query(Long.class)
                .list();
    }

    /** Nobody else handles it until the end of the transaction; empty when somebody has. */
    Optional<Freed> hold(long id) {
        return sql.sql("select * from reserve_money where id = ? and handled_at is null for update")
                .param(id)
                .query((row, number) -> new Freed(
                        row.getLong("id"),
                        row.getString("call"),
                        row.getString("jury"),
                        row.getBigDecimal("operating"),
                        row.getBigDecimal("investment"),
                        row.getObject("operating_envelope", UUID.class),
                        row.getObject("investment_envelope", UUID.class),
                        row.getString("dossier")))
                .optional();
    }

    void handled(long id, Instant at) {
        sql.sql("update reserve_money set handled_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    void called(ReserveMove move, String call) {
        sql.sql("insert into reserve_place (dossier, call, operating, investment, freed_by, motive, called_by,"
                        + " called_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        move.dossier(),
                        call,
                        move.operating(),
                        move.investment(),
                        move.freedBy(),
                        move.motive(),
                        move.by(),
                        Timestamp.from(move.at()))
                .update();
    }

    /** The latest first. */
    List<ReserveMove> moves(String call) {
        return sql.sql("select * from reserve_place where call = ? order by id desc")
                .param(call)
                .query((row, number) -> new ReserveMove(
                        row.getString("dossier"),
                        row.getBigDecimal("operating"),
                        row.getBigDecimal("investment"),
                        row.getString("freed_by"),
                        row.getString("motive"),
                        row.getString("called_by"),
                        row.getTimestamp("called_at").toInstant()))
                .list();
    }

    private static ReserveLine line(ResultSet row, int number) throws SQLException {
        return new ReserveLine(
                new DossierNumber(row.getString("number")),
                row.getString("title"),
                row.getString("organisation"),
                row.getString("call"),
                row.getString("jury"),
                row.getString("measure"),
                row.getInt("rank"),
                row.getBigDecimal("operating"),
                row.getBigDecimal("investment"),
                row.getObject("reserve_until", LocalDate.class),
                !ReserveList.WAITING.equals(row.getString("step")));
    }

    /** @param operatingEnvelope from which the money came, null without any */
    record Freed(
            long id,
            String call,
            String jury,
            BigDecimal operating,
            BigDecimal investment,
            @Nullable UUID operatingEnvelope,
            @Nullable UUID investmentEnvelope,
            String dossier) {}
}
