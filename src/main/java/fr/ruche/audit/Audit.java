package fr.ruche.audit;

import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.listing.ExportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what when and on whose behalf, for managers and administrators: on a dossier, an envelope, a rule, a right. A
 * fact is here a few seconds after it was done.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Audit {

    private static final int SIZE = 50;
    private static final int FETCHED = 500;

    private final NamedParameterJdbcTemplate sql;
    private final NamedParameterJdbcTemplate cursor;
    private final Sealer sealer;

    Audit(JdbcTemplate sql, Sealer sealer) {
        this.sql = new NamedParameterJdbcTemplate(sql);
        var fetching = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        fetching.setFetchSize(FETCHED);
        this.cursor = new NamedParameterJdbcTemplate(fetching);
        this.sealer = sealer;
    }

    /**
     * Up to 50 facts, the latest first.
     *
     * @param before the position from which one reads on; null for the first page
     * @throws Forbidden when neither a manager nor an administrator
     */
    public List<AuditLine> page(AuditFilter filter, @Nullable Long before, Actor me) {
        require(me);
        var values = new MapSqlParameterSource();
        var where = where(filter, me, values);
        if (before != null) {
            where += " and s.position < :before";
            values.addValue("before", before);
        }
        return sql.query(lines(where, " order by s.position desc limit " + SIZE), values, (row, at) -> line(row));
    }

    /** All of them, the oldest first, as a file that leaves while it is read. */
    public void export(AuditFilter filter, ExportFormat format, OutputStream out, Actor me) throws IOException {
        require(me);
        var values = new MapSqlParameterSource();
        var headings = new ArrayList<@Nullable Object>();
        for (var heading :
                List.of("position", "at", "actor", "onBehalf", "domain", "subject", "action", "told", "seal")) {
            headings.add(Sentences.of("journal." + heading));
        }
        var sheet = format.sheet(out, Sentences.of("journal.title"), headings);
        try {
            cursor.query(lines(where(filter, me, values), " order by s.position"), values, (RowCallbackHandler)
                    row -> write(sheet, line(row)));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        sheet.close();
    }

    private static void write(fr.ruche.listing.Sheet sheet, AuditLine line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(Long.toString(line.position()));
        cells.add(line.at().toString());
        cells.add(line.actorName());
        cells.add(line.onBehalf());
        cells.add(line.domain().label());
        cells.add(line.subject());
        cells.add(line.action());
        cells.add(line.told());
        cells.add(line.seal());
        try {
            sheet.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The end of the chain, which anybody may know who may read the audit. */
    public AuditHead head(Actor me) {
        require(me);
        return head();
    }

    AuditHead head() {
        return sql
                .query(
                        "select position, seal, sealed_at from audit_seal order by position desc limit 1",
                        (row, at) -> new AuditHead(row.getLong(1), row.getString(2), instant(row, "sealed_at")))
                .stream()
                .findFirst()
                .orElse(new AuditHead(0, Chain.BEGINNING, null));
    }

    /** The last seal of each day in Paris, the oldest first: what is published. */
    List<AuditHead> days() {
        return sql.query(
                "select distinct on ((sealed_at at time zone 'Europe/Paris')::date) position, seal, sealed_at"
                        + " from audit_seal order by (sealed_at at time zone 'Europe/Paris')::date, position desc",
                (row, at) -> new AuditHead(row.getLong(1), row.getString(2), instant(row, "sealed_at")));
    }

    /** Everything in the chain that is not as it was, seal by seal. Reads all of it. */
    List<Breach> verify() {
        var breaches = new ArrayList<Breach>();
        var last = new Object() {
            private String seal = Chain.BEGINNING;
            private long position;
        };
        cursor.query(
                "select s.position, s.source, s.fact, s.content, s.previous, s.seal,"
                        + " encode(sha256(convert_to(f.content::text, 'UTF8')), 'hex') as now from audit_seal s"
                        + " left join audited_fact f on f.source = s.source and f.fact = s.fact order by s.position",
                new MapSqlParameterSource(),
                (RowCallbackHandler) row -> {
                    var position = row.getLong("position");
                    var name = row.getString("source") + " " + row.getString("fact");
                    if (position != last.position + 1) {
                        breaches.add(new Breach(position, name, Breach.Kind.GAP));
                    }
                    var seal = Chain.seal(
                            last.seal,
                            position,
                            row.getString("source"),
                            row.getString("fact"),
                            row.getString("content"));
                    if (!last.seal.equals(row.getString("previous")) || !seal.equals(row.getString("seal"))) {
                        breaches.add(new Breach(position, name, Breach.Kind.BROKEN));
                    }
                    var now = row.getString("now");
                    if (now == null) {
                        breaches.add(new Breach(position, name, Breach.Kind.MISSING));
                    } else if (!now.equals(row.getString("content"))) {
                        breaches.add(new Breach(position, name, Breach.Kind.CHANGED));
                    }
                    last.seal = row.getString("seal");
                    last.position = position;
                });
        breaches.addAll(sealer.unsealed());
        return breaches;
    }

    /** The facts are read from where they were written, a timeline's line by its number. */
    private static String lines(String where, String order) {
        return "select s.position, s.at, s.actor, s.domain, s.subject, s.seal, f.actor_name, f.on_behalf, f.action, f.told"
                + " from (select * from audit_seal s where true" + where + order + ") as s"
                + " left join lateral (select * from audited_fact f where f.source = s.source and f.rank = s.rank"
                + " and f.fact = s.fact) as f on true" + order.replaceAll(" limit \\d+", "");
    }

    /** Who may not see dossiers reads nothing of them here; nor does anybody of those from which one is kept. */
    private static String where(AuditFilter filter, Actor me, MapSqlParameterSource values) {
        var where = new StringBuilder();
        if (me.is(Role.MANAGER)) {
            where.append(" and s.subject not in (select k.dossier from kept_away k where k.username = :me)");
            values.addValue("me", me.username());
        } else {
            where.append(" and s.domain <> 'DOSSIER'");
        }
        if (filter.from() != null) {
            where.append(" and s.at >= :from");
            moment(values, "from", ParisTime.startOf(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and s.at < :to");
            moment(values, "to", ParisTime.endOf(filter.to()));
        }
        if (filter.actor() != null) {
            where.append(" and s.actor = :actor");
            values.addValue("actor", filter.actor());
        }
        if (filter.domain() != null) {
            where.append(" and s.domain = :domain");
            values.addValue("domain", filter.domain().name());
        }
        if (filter.subject() != null) {
            where.append(" and s.subject = :subject");
            values.addValue("subject", filter.subject());
        }
        return where.toString();
    }

    private static void moment(MapSqlParameterSource values, String name, Instant at) {
        values.addValue(name, at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("position"),
                Objects.requireNonNull(instant(row, "at")),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("on_behalf"),
                Domain.valueOf(row.getString("domain")),
                row.getString("subject"),
                row.getString("action"),
                row.getString("told"),
                row.getString("seal"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static void require(Actor me) {
        if (!me.is(Role.MANAGER) && !me.is(Role.ADMINISTRATOR)) {
            throw new Forbidden(Sentences.of("journal.forbidden"));
        }
    }
}
