package fr.ruche.audit;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.listing.ExportFormat;
import fr.ruche.listing.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what when and on whose behalf, for managers and administrators: on a dossier, an envelope, a rule, a right, a
 * session. A fact is here a few seconds after it was done. A manager reads nothing of a draft, nor of a dossier from
 * which a conflict of interest keeps him; an administrator nothing of any dossier, and so nothing of the juries.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Audit {

    /** The most facts of one part. */
    public static final int MOST = 500;

    /** What an administrator may read who is no manager. */
    public static final Set<Domain> OPEN =
            EnumSet.of(Domain.ENVELOPE, Domain.RULE, Domain.RIGHT, Domain.EXPORT, Domain.OPERATION);

    private static final int FETCHED = 2_000;
    private static final int MOST_NAMED = 1_000;

    private static final String HEAD = "select position, seal, sealed_at from audit_seal";

    private final NamedParameterJdbcTemplate sql;
    private final NamedParameterJdbcTemplate cursor;
    private final Sealer sealer;
    private final Absences absences;
    private final Semaphore verifying = new Semaphore(1);

    Audit(JdbcTemplate sql, Sealer sealer, Absences absences) {
        this.sql = new NamedParameterJdbcTemplate(sql);
        var fetching = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        fetching.setFetchSize(FETCHED);
        this.cursor = new NamedParameterJdbcTemplate(fetching);
        this.sealer = sealer;
        this.absences = absences;
    }

    /**
     * Facts in the order in which they were done, the latest first.
     *
     * @param before the position from which one reads on; null for the first part
     * @param size at most {@link #MOST}
     * @throws Forbidden when neither a manager nor an administrator
     */
    public AuditPart page(AuditFilter filter, @Nullable Long before, int size, Actor me) {
        var values = new MapSqlParameterSource();
        var where = where(filter, me, values);
        if (before != null) {
            where += " and (s.at, s.position) < (select b.at, b.position from audit_seal b where b.position = :before)";
            values.addValue("before", before);
        }
        return part(where, "s.at desc, s.position desc", size, values);
    }

    /**
     * Facts in the order in which they were sealed, the oldest first: for a program that follows the journal and misses
     * none, whatever day a fact bears.
     *
     * @param after the last position that it has
     */
    public AuditPart follow(AuditFilter filter, long after, int size, Actor me) {
        var values = new MapSqlParameterSource("after", after);
        return part(where(filter, me, values) + " and s.position > :after", "s.position", size, values);
    }

    private AuditPart part(String where, String order, int size, MapSqlParameterSource values) {
        var most = Math.min(size, MOST);
        var telling = new Telling(absences);
        var found = sql.query(lines(where, order, " limit " + (most + 1)), values, (row, at) -> line(row, telling));
        var more = found.size() > most;
        var facts = more ? found.subList(0, most) : found;
        return new AuditPart(facts, more ? facts.get(facts.size() - 1).position() : null);
    }

    /** All of them, the oldest first, as a file that leaves while it is read. */
    public void export(AuditFilter filter, ExportFormat format, OutputStream out, Actor me) throws IOException {
        var values = new MapSqlParameterSource();
        var where = where(filter, me, values);
        var headings = new ArrayList<@Nullable Object>();
        for (var heading : List.of(
                "position", "at", "actor", "account", "onBehalf", "domain", "subject", "told", "action", "seal")) {
            headings.add(Sentences.of("journal." + heading));
        }
        var telling = new Telling(absences);
        var sheet = format.sheet(out, Sentences.of("journal.title"), headings);
        try {
            cursor.query(lines(where, "s.at, s.position", ""), values, (RowCallbackHandler)
                    row -> write(sheet, line(row, telling)));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        sheet.close();
    }

    private static void write(Sheet sheet, AuditLine line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(Long.toString(line.position()));
        cells.add(line.at().toString());
        cells.add(line.actorName());
        cells.add(line.actor());
        cells.add(line.onBehalf());
        cells.add(line.domain().label());
        cells.add(line.subjectName());
        cells.add(line.told());
        cells.add(line.action());
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
        return sql.query(HEAD + " order by position desc limit 1", (row, at) -> head(row)).stream()
                .findFirst()
                .orElse(new AuditHead(null, 0, Chain.BEGINNING, null));
    }

    /** The last seal of each day in Paris, the oldest first: what is published. The day that is not over moves on. */
    public List<AuditHead> heads(Actor me) {
        require(me);
        return heads();
    }

    /** The same as a text; see {@link PublishedHeads}. */
    public String published(Actor me) {
        return PublishedHeads.text(heads(me));
    }

    /** Day by day down an index, whatever was sealed on it. */
    List<AuditHead> heads() {
        return sql.query(
                "with recursive head as ((" + HEAD + " order by sealed_at desc, position desc limit 1)"
                        + " union all select n.* from head h cross join lateral (" + HEAD + " s where s.sealed_at <"
                        + " date_trunc('day', h.sealed_at at time zone 'Europe/Paris') at time zone 'Europe/Paris'"
                        + " order by s.sealed_at desc, s.position desc limit 1) n) select * from head order by position",
                (row, at) -> head(row));
    }

    private static AuditHead head(ResultSet row) throws SQLException {
        return AuditHead.of(row.getLong(1), row.getString(2), Objects.requireNonNull(instant(row, "sealed_at")));
    }

    /**
     * The chain without what it seals, a line each: position, SHA-256 of the fact, seal, source and id of the fact.
     * With it and the published heads anybody verifies the chain who knows {@code sha256sum}.
     *
     * @param after the last position that is left out; 0 for none
     */
    public void chain(long after, OutputStream out, Actor me) {
        require(me);
        chain(after, out);
    }

    void chain(long after, OutputStream out) {
        var text = new PrintStream(out, false, StandardCharsets.UTF_8);
        text.print("# ruche-journal-chain 1\n# position content seal source fact\n");
        cursor.query(
                "select position, content, seal, source, fact from audit_seal where position > :after order by position",
                new MapSqlParameterSource("after", after),
                (RowCallbackHandler) row -> text.print(row.getLong(1) + " " + row.getString(2) + " " + row.getString(3)
                        + " " + row.getString(4) + " " + row.getString(5) + "\n"));
        text.flush();
    }

    /**
     * Everything in the chain that is not as it was. Reads all of it, and so only once at a time.
     *
     * @throws Conflict while another one goes on
     */
    public Verification verify(Actor me) {
        require(me);
        if (!verifying.tryAcquire()) {
            throw new Conflict(Sentences.of("journal.verifying"));
        }
        try {
            return verify((Path) null);
        } finally {
            verifying.release();
        }
    }

    /** @param published heads that were kept elsewhere, which the chain must have; null for none */
    Verification verify(@Nullable Path published) {
        var found = new Found();
        var held =
                new HashSet<PublishedHeads.Published>(published == null ? List.of() : PublishedHeads.read(published));
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
                        found.add(new Breach(position, name, Breach.Kind.GAP));
                    }
                    var seal = Chain.seal(
                            last.seal,
                            position,
                            row.getString("source"),
                            row.getString("fact"),
                            row.getString("content"));
                    if (!last.seal.equals(row.getString("previous")) || !seal.equals(row.getString("seal"))) {
                        found.add(new Breach(position, name, Breach.Kind.BROKEN));
                    }
                    var now = row.getString("now");
                    if (now == null) {
                        found.add(new Breach(position, name, Breach.Kind.MISSING));
                    } else if (!now.equals(row.getString("content"))) {
                        found.add(new Breach(position, name, Breach.Kind.CHANGED));
                    }
                    last.seal = row.getString("seal");
                    last.position = position;
                    held.removeIf(
                            one -> one.position() == position && one.seal().equals(last.seal));
                });
        held.forEach(one -> found.add(new Breach(one.position(), one.line(), Breach.Kind.PUBLISHED)));
        sealer.unsealed().forEach(found::add);
        return new Verification(head(), found.number, found.named);
    }

    private static final class Found {

        private final List<Breach> named = new ArrayList<>();
        private int number;

        private void add(Breach breach) {
            number++;
            if (named.size() < MOST_NAMED) {
                named.add(breach);
            }
        }
    }

    /** The facts are read from where they were written, a line of a large table by its number. */
    private static String lines(String where, String order, String limit) {
        return "select s.*, f.actor_name, f.on_behalf, f.action, f.told, f.said::text as said, f.label::text as label"
                + " from (select * from audit_seal s where " + where + " order by " + order + limit + ") as s"
                + " left join lateral (select * from audited_fact f where f.source = s.source and f.rank = s.rank"
                + " and f.fact = s.fact) as f on true order by " + order;
    }

    private String where(AuditFilter filter, Actor me, MapSqlParameterSource values) {
        require(me);
        var where = new StringBuilder(me.is(Role.MANAGER) ? seen(me, values) : "s.domain in (:open)");
        values.addValue("open", OPEN.stream().map(Enum::name).toList());
        if (filter.from() != null) {
            where.append(" and s.at >= :from");
            moment(values, "from", ParisTime.startOf(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and s.at < :to");
            moment(values, "to", ParisTime.endOf(filter.to()));
        }
        if (filter.actor() != null) {
            where.append(" and s.actor in (:actors)");
            values.addValue("actors", names(filter.actor()));
        }
        if (filter.domain() == null) {
            where.append(" and s.domain <> 'EVIDENCE'");
        } else {
            where.append(" and s.domain = :domain");
            values.addValue("domain", filter.domain().name());
        }
        if (filter.subject() != null) {
            where.append(" and s.subject = :subject");
            values.addValue("subject", filter.subject());
        }
        return where.toString();
    }

    /**
     * A manager sees no draft and no dossier from which he is kept; what a jury deliberated tells of all dossiers of
     * its agenda, so whoever is kept from one of them reads nothing of it.
     */
    private String seen(Actor me, MapSqlParameterSource values) {
        var where = "not exists (select 1 from dossier d where d.number = s.subject and d.status = 'BROUILLON')";
        var kept = sql.queryForList(
                "select distinct dossier from kept_away where username = :me",
                new MapSqlParameterSource("me", me.username()),
                String.class);
        if (kept.isEmpty()) {
            return where;
        }
        values.addValue("kept", kept);
        return where + " and s.subject not in (:kept) and not (s.source = 'deliberation_change' and s.subject in"
                + " (select i.session::text from jury_agenda_item i where i.removed_at is null and i.dossier in (:kept)))";
    }

    /** Older facts know the name under which somebody signed, not the account. */
    private List<String> names(String typed) {
        return sql.queryForList(
                "select :typed union select display_name from account where username = lower(:typed)"
                        + " union select username from account where display_name = :typed",
                new MapSqlParameterSource("typed", typed),
                String.class);
    }

    private static void moment(MapSqlParameterSource values, String name, Instant at) {
        values.addValue(name, at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static AuditLine line(ResultSet row, Telling telling) throws SQLException {
        var domain = Domain.valueOf(row.getString("domain"));
        var subject = row.getString("subject");
        var label = row.getString("label");
        return new AuditLine(
                row.getLong("position"),
                Objects.requireNonNull(instant(row, "at")),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("on_behalf"),
                domain,
                subject,
                label == null ? unlabelled(domain) : Telling.kind(label),
                telling.subject(subject, label),
                row.getString("action"),
                telling.sentence(row.getString("action"), row.getString("told"), row.getString("said")),
                row.getString("seal"),
                Objects.requireNonNull(instant(row, "sealed_at")));
    }

    /** Numbers of dossiers and codes of calls speak for themselves. */
    private static @Nullable String unlabelled(Domain domain) {
        return switch (domain) {
            case DOSSIER, EVIDENCE, SESSION -> "dossier";
            case RULE -> "call";
            default -> null;
        };
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
