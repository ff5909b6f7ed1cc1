package fr.ruche.commission;

import fr.ruche.funding.DecisionOutcome;
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

/** Meetings, their lists and the recusals, in plain SQL: rows are held while a decision is carried out. */
@Component
class MeetingTables {

    private final JdbcClient sql;

    MeetingTables(JdbcClient sql) {
        this.sql = sql;
    }

    void prepare(UUID id, String call, LocalDate day, String title, String by, Instant at) {
        sql.sql("insert into commission_meeting (id, call, day, title, status, prepared_by, prepared_at)"
                        + " values (?, ?, ?, ?, 'EN_PREPARATION', ?, ?)")
                .params(id, call, day, title, by, Timestamp.from(at))
                .update();
    }

    List<Row> all() {
        return sql.sql("select * from commission_meeting order by day desc, prepared_at desc")
                .query(MeetingTables::row)
                .list();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from commission_meeting where id = ?")
                .param(id)
                .query(MeetingTables::row)
                .optional();
    }

    /** Nobody else changes the meeting until the end of the transaction. */
    Optional<Row> hold(UUID id) {
        return sql.sql("select * from commission_meeting where id = ? for update")
                .param(id)
                .query(MeetingTables::row)
                .optional();
    }

    void vote(UUID id, Ballot ballot, String by, Instant at) {
        sql.sql("update commission_meeting set status = 'VOTEE', deliberation_number = ?, votes_for = ?,"
                        + " votes_against = ?, votes_abstained = ?, voted_by = ?, voted_at = ? where id = ?")
                .params(
                        ballot.deliberationNumber(),
                        ballot.inFavour(),
                        ballot.against(),
                        ballot.abstained(),
                        by,
                        Timestamp.from(at),
                        id)
                .update();
    }

    /** Once every dossier of the list has its decision. */
    void close(UUID id) {
        sql.sql("update commission_meeting set status = 'EXECUTEE' where id = :id and status = 'VOTEE'"
                        + " and not exists (select 1 from commission_item where meeting = :id"
                        + " and removal_motive is null and done_at is null)")
                .param("id", id)
                .update();
    }

    /** Nobody else puts dossiers of the call on a list until the end of the transaction. */
    void alone(String call) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('commission_item:' || ?, 0))")
                .param(call)
                .query((row, number) -> call)
                .list();
    }

    /** Whether the dossier was free; one that waits for a meeting already is left where it is. */
    boolean put(UUID meeting, String dossier, DecisionOutcome outcome) {
        return sql.sql("insert into commission_item (meeting, dossier, outcome) values (:meeting, :dossier, :outcome)"
                                + " on conflict (meeting, dossier) do update set outcome = excluded.outcome,"
                                + " motive = null, removal_motive = null, removed_by = null"
                                + " where commission_item.removal_motive is not null")
                        .param("meeting", meeting)
                        .param("dossier", dossier)
                        .param("outcome", outcome.name())
                        .update()
                == 1;
    }

    /** The meeting for which the dossier waits, if any. */
    Optional<UUID> waitsFor(String dossier) {
        return sql.sql("select meeting from commission_item where dossier = ? and removal_motive is null"
                        + " and done_at is null")
                .param(dossier)
                .query(UUID.class)
                .optional();
    }

    List<ItemRow> items(UUID meeting) {
        return sql.sql("select * from commission_item where meeting = ? order by dossier")
                .param(meeting)
                .query(MeetingTables::item)
                .list();
    }

    /** Nobody else carries it out until the end of the transaction; empty when somebody has. */
    Optional<ItemRow> holdPending(UUID meeting, String dossier) {
        return sql.sql("select * from commission_item where meeting = ? and dossier = ? and removal_motive is null"
                        + " and done_at is null for update")
                .params(meeting, dossier)
                .query(MeetingTables::item)
                .optional();
    }

    void change(UUID meeting, String dossier, DecisionOutcome outcome, @Nullable String motive) {
        sql.sql("update commission_item set outcome = ?, motive = ? where meeting = ? and dossier = ?")
                .params(outcome.name(), motive, meeting, dossier)
                .update();
    }

    void remove(UUID meeting, String dossier, String motive, String by) {
        sql.sql("update commission_item set removal_motive = ?, removed_by = ? where meeting = ? and dossier = ?")
                .params(motive, by, meeting, dossier)
                .update();
    }

    void done(UUID meeting, String dossier, Instant at) {
        sql.sql("update commission_item set done_at = ?, refusal = null where meeting = ? and dossier = ?")
                .params(Timestamp.from(at), meeting, dossier)
                .update();
    }

    void refused(UUID meeting, String dossier, String why, Instant at) {
        sql.sql("update commission_item set refusal = ?, tried_at = ? where meeting = ? and dossier = ?"
                        + " and done_at is null")
                .params(why, Timestamp.from(at), meeting, dossier)
                .update();
    }

    /** It was decided elsewhere: there is nothing left to carry out. */
    void overtaken(UUID meeting, String dossier, String how, Instant at) {
        sql.sql("update commission_item set refusal = ?, done_at = ? where meeting = ? and dossier = ?"
                        + " and done_at is null")
                .params(how, Timestamp.from(at), meeting, dossier)
                .update();
    }

    /** Left to carry out: those never tried, then those refused the longest ago. */
    List<String> toTry(UUID meeting, int most) {
        return sql.sql("select dossier from commission_item where meeting = ? and removal_motive is null"
                        + " and done_at is null order by tried_at nulls first, dossier limit ?")
                .params(meeting, most)
                .query(String.class)
                .list();
    }

    void recuse(UUID meeting, String dossier, String name, String motive) {
        sql.sql("insert into commission_recusal (meeting, dossier, name, motive) values (?, ?, ?, ?)"
                        + " on conflict (meeting, dossier, name) do update set motive = excluded.motive")
                .params(meeting, dossier, name, motive)
                .update();
    }

    /** Whether there was one. */
    boolean takeBack(UUID meeting, String dossier, String name) {
        return sql.sql("delete from commission_recusal where meeting = ? and dossier = ? and name = ?")
                        .params(meeting, dossier, name)
                        .update()
                == 1;
    }

    List<RecusalRow> recusals(UUID meeting) {
        return sql.sql("select dossier, name, motive from commission_recusal where meeting = ? order by dossier, name")
                .param(meeting)
                .query((row, number) ->
                        new RecusalRow(row.getString("dossier"), row.getString("name"), row.getString("motive")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var voted = row.getTimestamp("voted_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("call"),
                row.getObject("day", LocalDate.class),
                row.getString("title"),
                MeetingStatus.valueOf(row.getString("status")),
                voted == null
                        ? null
                        : new Ballot(
                                row.getString("deliberation_number"),
                                row.getInt("votes_for"),
                                row.getInt("votes_against"),
                                row.getInt("votes_abstained")),
                row.getString("voted_by"),
                voted == null ? null : voted.toInstant());
    }

    private static ItemRow item(ResultSet row, int number) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new ItemRow(
                row.getString("dossier"),
                DecisionOutcome.valueOf(row.getString("outcome")),
                row.getString("motive"),
                row.getString("removal_motive"),
                row.getString("removed_by"),
                done == null ? null : done.toInstant(),
                row.getString("refusal"));
    }

    record Row(
            UUID id,
            String call,
            LocalDate day,
            String title,
            MeetingStatus status,
            @Nullable Ballot ballot,
            @Nullable String votedBy,
            @Nullable Instant votedAt) {}

    record ItemRow(
            String dossier,
            DecisionOutcome outcome,
            @Nullable String motive,
            @Nullable String removalMotive,
            @Nullable String removedBy,
            @Nullable Instant doneAt,
            @Nullable String refusal) {}

    record RecusalRow(String dossier, String name, String motive) {}
}
