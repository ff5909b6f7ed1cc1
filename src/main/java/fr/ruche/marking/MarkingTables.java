package fr.ruche.marking;

import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code marking_*}. Rows are locked in the order phase, sheet: a sheet never changes once revealed. */
@Component
class MarkingTables {

    private final JdbcClient sql;
    private final Clock clock;

    MarkingTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A sheet as it is kept; marks that were never given are not there. */
    record Kept(DossierNumber dossier, String juror, SheetState state, List<Mark> marks, Instant changedAt) {}

    Optional<MarkingState> state(UUID session) {
        return state(session, "");
    }

    /** Until the end of the transaction the phase does not change. */
    Optional<MarkingState> hold(UUID session) {
        return state(session, " for share");
    }

    /** Until the end of the transaction nobody changes a sheet or the phase. */
    Optional<MarkingState> lock(UUID session) {
        return state(session, " for update");
    }

    private Optional<MarkingState> state(UUID session, String lock) {
        return sql.sql("select * from marking_phase where session = ?" + lock)
                .param(session)
                .query((row, number) -> new MarkingState(
                        MarkingPhase.valueOf(row.getString("phase")),
                        row.getTimestamp("closes_at").toInstant(),
                        row.getString("opened_by"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("revealed_by"),
                        instant(row, "revealed_at"),
                        row.getString("deliberated_by"),
                        instant(row, "deliberated_at")))
                .optional();
    }

    void open(UUID session, Instant closesAt, String by) {
        sql.sql("""
                        insert into marking_phase (session, phase, closes_at, opened_by, opened_at)
                        values (?, 'BLIND', ?, ?, ?)
                        on conflict (session) do update set closes_at = excluded.closes_at""").params(session, at(closesAt), by, now()).update();
    }

    void reveal(UUID session, String by) {
        sql.sql("update marking_phase set phase = 'REVEALED', revealed_by = ?, revealed_at = ? where session = ?")
                .params(by, now(), session)
                .update();
    }

    void deliberate(UUID session, String by) {
        sql.sql("update marking_phase set phase = 'DELIBERATED', deliberated_by = ?, deliberated_at = ?"
                        + " where session = ?")
                .params(by, now(), session)
                .update();
    }

    /** All sheets of a session; of one juror unless null. Whoever asks has checked who may read them. */
    List<Kept> sheets(UUID session, @Nullable String juror) {
        var sheets = new LinkedHashMap<UUID, Kept>();
        sql.sql("""
                        select s.id, s.dossier, s.juror, s.state, s.changed_at, m.*
                        from marking_sheet s left join marking_mark m on m.sheet = s.id
                        where s.session = ? and (cast(? as varchar) is null or s.juror = ?)
                        order by s.dossier, s.juror, m.indicator""").params(session, juror, juror).query(row -> {
            var sheet = sheets.computeIfAbsent(row.getObject("id", UUID.class), id -> kept(row));
            if (row.getString("indicator") != null) {
                sheet.marks().add(mark(row));
            }
        });
        return List.copyOf(sheets.values());
    }

    private static Kept kept(ResultSet row) {
        try {
            return new Kept(
                    new DossierNumber(row.getString("dossier")),
                    row.getString("juror"),
                    SheetState.valueOf(row.getString("state")),
                    new ArrayList<>(),
                    row.getTimestamp("changed_at").toInstant());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How many sheets a juror has in this state, on these dossiers. */
    int count(UUID session, String juror, SheetState state, List<String> dossiers) {
        return sql.sql("""
                        select count(*) from marking_sheet
                        where session = :session and juror = :juror and state = :state and dossier in (:dossiers)""")
                .param("session", session)
                .param("juror", juror)
                .param("state", state.name())
                .param("dossiers", dossiers.isEmpty() ? List.of("") : dossiers)
                .query(Integer.class)
                .single();
    }

    /** The sheet, made when it is not there; until the end of the transaction nobody else changes it. */
    UUID sheet(UUID session, DossierNumber dossier, String juror) {
        sql.sql("""
                        insert into marking_sheet (id, session, dossier, juror, state, changed_at)
                        values (?, ?, ?, ?, 'DRAFT', ?) on conflict (session, dossier, juror) do nothing""")
                .params(UUID.randomUUID(), session, dossier.value(), juror, now())
                .update();
        return sql.sql("select id from marking_sheet where session = ? and dossier = ? and juror = ? for update")
                .params(session, dossier.value(), juror)
                .query(UUID.class)
                .single();
    }

    void write(UUID sheet, Mark mark) {
        sql.sql("""
                        insert into marking_mark (sheet, indicator, mark, not_applicable, comment, version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (sheet, indicator) do update set mark = excluded.mark, comment = excluded.comment,
                            not_applicable = excluded.not_applicable, version = excluded.version""")
                .params(sheet, mark.indicator(), mark.mark(), mark.notApplicable(), mark.comment(), mark.version())
                .update();
        touch(sheet);
    }

    void become(UUID sheet, SheetState state) {
        sql.sql("update marking_sheet set state = ? where id = ?")
                .params(state.name(), sheet)
                .update();
        touch(sheet);
    }

    private void touch(UUID sheet) {
        sql.sql("update marking_sheet set changed_at = ? where id = ?")
                .params(now(), sheet)
                .update();
    }

    void retain(UUID session, DossierNumber dossier, BigDecimal score, String reason, String by) {
        sql.sql("""
                        insert into marking_deliberation (session, dossier, score, reason, by_name, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (session, dossier) do update set score = excluded.score, reason = excluded.reason,
                            by_name = excluded.by_name, at = excluded.at""").params(session, dossier.value(), score, reason, by, now()).update();
    }

    Optional<Deliberation> retained(UUID session, DossierNumber dossier) {
        return sql.sql("select * from marking_deliberation where session = ? and dossier = ?")
                .params(session, dossier.value())
                .query((row, number) -> new Deliberation(
                        row.getBigDecimal("score"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Null for a dossier that this session gives no mark; a session that was revealed later has the last word. */
    void score(UUID session, DossierNumber dossier, @Nullable BigDecimal score) {
        if (score == null) {
            sql.sql("delete from marking_score where dossier = ? and session = ?")
                    .params(dossier.value(), session)
                    .update();
            return;
        }
        sql.sql("""
                        insert into marking_score (dossier, session, score, revealed_at)
                        select ?, session, ?, revealed_at from marking_phase where session = ? and phase <> 'BLIND'
                        on conflict (dossier) do update
                        set session = excluded.session, score = excluded.score, revealed_at = excluded.revealed_at
                        where marking_score.revealed_at <= excluded.revealed_at""").params(dossier.value(), score, session).update();
    }

    void scored(UUID session) {
        sql.sql("update marking_phase set scored = true where session = ? and not scored")
                .param(session)
                .update();
    }

    void forgetScores() {
        sql.sql("delete from marking_score").update();
    }

    /** By the number of the dossier. */
    Map<String, BigDecimal> scores() {
        var scores = new LinkedHashMap<String, BigDecimal>();
        sql.sql("select dossier, score from marking_score order by dossier").query(row -> {
            scores.put(row.getString("dossier"), row.getBigDecimal("score"));
        });
        return scores;
    }

    /** The sessions whose marks are revealed, in that order. */
    List<UUID> revealed() {
        return sql.sql("select session from marking_phase where phase <> 'BLIND' order by revealed_at, session")
                .query(UUID.class)
                .list();
    }

    List<UUID> unscored() {
        return sql.sql("select session from marking_phase where phase <> 'BLIND' and not scored"
                        + " order by revealed_at, session")
                .query(UUID.class)
                .list();
    }

    /** Those that marked one of these dossiers and have not deliberated. */
    List<UUID> revealed(Collection<DossierNumber> dossiers) {
        return dossiers.isEmpty()
                ? List.of()
                : sql.sql("""
                                select p.session from marking_phase p where p.phase = 'REVEALED' and exists
                                  (select 1 from marking_sheet s where s.session = p.session and s.dossier in (:dossiers))
                                order by p.revealed_at, p.session""")
                        .param(
                                "dossiers",
                                dossiers.stream().map(DossierNumber::value).toList())
                        .query(UUID.class)
                        .list();
    }

    void note(
            UUID session,
            DossierNumber dossier,
            @Nullable String juror,
            String subject,
            String before,
            String after,
            String by) {
        sql.sql("""
                        insert into marking_change (session, dossier, juror, subject, before, after, by_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(session, dossier.value(), juror, subject, before, after, by, now())
                .update();
    }

    /** The latest first. */
    List<MarkChange> changes(UUID session, DossierNumber dossier) {
        return sql.sql("select * from marking_change where session = ? and dossier = ? order by id desc")
                .params(session, dossier.value())
                .query((row, number) -> new MarkChange(
                        row.getString("juror"),
                        row.getString("subject"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getString("indicator"),
                (Integer) row.getObject("mark", Integer.class),
                row.getBoolean("not_applicable"),
                row.getString("comment"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
