package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.JuryNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the envelopes say, counted again from the dossiers. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class EnvelopeAudit {

    private final JdbcClient sql;
    private final EnvelopeTable table;
    private final JuryNames names;

    EnvelopeAudit(JdbcClient sql, EnvelopeTable table, JuryNames names) {
        this.sql = sql;
        this.table = table;
        this.names = names;
    }

    /** The counters of the envelopes of a call. @throws Forbidden when not a manager */
    public List<EnvelopeCounters> counters(String call, Actor by) {
        mustManage(by);
        var envelopes = table.of(call).stream().collect(Collectors.toMap(Envelope::id, Function.identity()));
        return sql.sql("""
                        with money as (
                            select jury, credit, measure, envelope, sum(asked) as asked, sum(proposed) as proposed,
                                   sum(decided) as decided, sum(notified) as notified, sum(paid) as paid
                            from money_of_dossier where call = :call group by jury, credit, measure, envelope),
                        placed as (
                            select coalesce(envelope, drawn_envelope(:call, jury, credit, measure)) as id, money.*
                            from money)
                        select e.id, coalesce(sum(m.asked), 0) as asked, coalesce(sum(m.proposed), 0) as proposed,
                               coalesce(sum(m.decided), 0) as decided, coalesce(sum(m.notified), 0) as notified,
                               coalesce(sum(m.paid), 0) as paid
                        from envelope e left join placed m on m.id = e.id
                        where e.call = :call group by e.id
                        order by e.jury, e.year, e.measure nulls first, e.credit desc""")
                .param("call", call)
                .query((row, number) -> counters(
                        envelopes,
                        row.getObject("id", UUID.class),
                        row.getBigDecimal("asked"),
                        row.getBigDecimal("proposed"),
                        row.getBigDecimal("decided"),
                        row.getBigDecimal("notified"),
                        row.getBigDecimal("paid")))
                .list();
    }

    private static EnvelopeCounters counters(
            Map<UUID, Envelope> envelopes,
            UUID id,
            BigDecimal asked,
            BigDecimal proposed,
            BigDecimal decided,
            BigDecimal notified,
            BigDecimal paid) {
        var envelope = envelopes.get(id);
        if (envelope == null) {
            throw new IllegalStateException("An envelope was opened within one snapshot: " + id);
        }
        return new EnvelopeCounters(envelope, asked, proposed, decided, notified, paid);
    }

    /** Every discrepancy, in French; none when all is well. @throws Forbidden when not a manager */
    public List<String> check(Actor by) {
        mustManage(by);
        return check();
    }

    /**
     * What is committed on each envelope is the sum of its commitments; each commitment is what the dossier was
     * granted, on an envelope that serves it; a grant that was decided is committed, a dossier that ended without one
     * holds nothing; no more is paid than was decided.
     */
    List<String> check() {
        var found = new ArrayList<String>();
        sql.sql(
                        "select e.call, e.jury, e.measure, e.year, e.credit, e.committed, coalesce(c.sum, 0) as expected from envelope e"
                                + " left join (select envelope, sum(amount) as sum from envelope_commitment"
                                + " where released_at is null group by envelope) c on c.envelope = e.id"
                                + " where e.committed <> coalesce(c.sum, 0) order by e.call, e.jury, e.credit")
                .query((row, number) -> Sentences.of(
                        "audit.committed",
                        row.getString("call"),
                        names.title(row.getString("jury")),
                        Envelope.title(
                                Credit.valueOf(row.getString("credit")), row.getString("measure"), row.getInt("year")),
                        Euros.format(row.getBigDecimal("committed")),
                        Euros.format(row.getBigDecimal("expected"))))
                .list()
                .forEach(found::add);
        sql.sql("select m.dossier, m.credit, c.amount, m.proposed from envelope_commitment c"
                        + " join envelope e on e.id = c.envelope"
                        + " join money_of_dossier m on m.dossier = c.dossier and m.credit = e.credit"
                        + " where c.released_at is null and c.amount <> m.proposed order by m.dossier, m.credit")
                .query((row, number) -> line(
                        "audit.granted",
                        row.getString("dossier"),
                        row.getString("credit"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("proposed")))
                .list()
                .forEach(found::add);
        sql.sql("select m.dossier, m.credit, coalesce(c.amount, 0) as amount, m.decided from money_of_dossier m"
                        + " join dossier d on d.number = m.dossier and d.status = 'ATTRIBUE'"
                        + " left join (select c.dossier, e.credit, sum(c.amount) as amount from envelope_commitment c"
                        + " join envelope e on e.id = c.envelope where c.released_at is null"
                        + " group by c.dossier, e.credit) c on c.dossier = m.dossier and c.credit = m.credit"
                        + " where coalesce(c.amount, 0) <> m.decided order by m.dossier, m.credit")
                .query((row, number) -> line(
                        "audit.decided",
                        row.getString("dossier"),
                        row.getString("credit"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("decided")))
                .list()
                .forEach(found::add);
        sql.sql(
                        "select d.number, sum(c.amount) as amount from dossier d join envelope_commitment c"
                                + " on c.dossier = d.number and c.released_at is null"
                                + " where d.status not in ('EN_COURS', 'ATTRIBUE', 'LISTE_COMPLEMENTAIRE') group by d.number order by d.number")
                .query((row, number) ->
                        Sentences.of("audit.ended", row.getString("number"), Euros.format(row.getBigDecimal("amount"))))
                .list()
                .forEach(found::add);
        sql.sql("select d.number, e.jury, e.measure, e.year, e.credit from dossier d join envelope_commitment c"
                        + " on c.dossier = d.number and c.released_at is null join envelope e on e.id = c.envelope"
                        + " where e.call <> d.call or e.jury is distinct from d.jury"
                        + " or e.measure is not null and e.measure is distinct from d.measure order by d.number")
                .query((row, number) -> Sentences.of(
                        "audit.elsewhere",
                        row.getString("number"),
                        names.title(row.getString("jury")),
                        Envelope.title(
                                Credit.valueOf(row.getString("credit")), row.getString("measure"), row.getInt("year"))))
                .list()
                .forEach(found::add);
        sql.sql("select dossier, credit, paid, decided from money_of_dossier where paid > decided"
                        + " order by dossier, credit")
                .query((row, number) -> line(
                        "audit.paid",
                        row.getString("dossier"),
                        row.getString("credit"),
                        row.getBigDecimal("paid"),
                        row.getBigDecimal("decided")))
                .list()
                .forEach(found::add);
        return found;
    }

    private static String line(String key, String dossier, String credit, BigDecimal is, BigDecimal expected) {
        return Sentences.of(key, dossier, label(credit), Euros.format(is), Euros.format(expected));
    }

    private static String label(String credit) {
        return Credit.valueOf(credit).label();
    }

    private static void mustManage(Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("audit.forbidden"));
        }
    }
}
