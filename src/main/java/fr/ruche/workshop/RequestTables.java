package fr.ruche.workshop;

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

/** What is said of a version: requests for its approval, and comments. */
@Component
class RequestTables {

    private final JdbcClient sql;

    RequestTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest first. */
    List<RequestRow> of(UUID version) {
        return sql.sql("select * from programme_request where version = ? order by asked_at desc, id")
                .param(version)
                .query(RequestTables::request)
                .list();
    }

    /** The one that is open or was approved. */
    Optional<RequestRow> current(UUID version) {
        return sql.sql("select * from programme_request where version = ? and state in ('OPEN', 'APPROVED')")
                .param(version)
                .query(RequestTables::request)
                .optional();
    }

    void ask(UUID version, @Nullable UUID against, String message, String by, Instant at) {
        sql.sql("insert into programme_request (id, version, against, message, asked_by, asked_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, 'OPEN')")
                .params(UUID.randomUUID(), version, against, message, by, Timestamp.from(at))
                .update();
    }

    void decide(UUID id, ApprovalRequest.State state, @Nullable String reason, String by, Instant at) {
        sql.sql("update programme_request set state = ?, reason = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(state.name(), reason, by, Timestamp.from(at), id)
                .update();
    }

    List<CommentRow> comments(UUID version) {
        return sql.sql("select * from programme_comment where version = ? order by written_at, id")
                .param(version)
                .query(RequestTables::comment)
                .list();
    }

    Optional<CommentRow> comment(UUID id) {
        return sql.sql("select * from programme_comment where id = ?")
                .param(id)
                .query(RequestTables::comment)
                .optional();
    }

    UUID say(UUID version, String file, @Nullable String element, String text, String by, Instant at) {
        var id = UUID.randomUUID();
        sql.sql("insert into programme_comment (id, version, file, element, text, written_by, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, version, file, element, text, by, Timestamp.from(at))
                .update();
        return id;
    }

    void done(UUID id, String by, Instant at) {
        sql.sql("update programme_comment set done_by = ?, done_at = ? where id = ? and done_at is null")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    private static RequestRow request(ResultSet row, int number) throws SQLException {
        return new RequestRow(
                row.getObject("id", UUID.class),
                ApprovalRequest.State.valueOf(row.getString("state")),
                row.getObject("against", UUID.class),
                row.getString("message"),
                row.getString("asked_by"),
                VersionTables.instant(row, "asked_at"),
                row.getString("decided_by"),
                VersionTables.nullable(row, "decided_at"),
                row.getString("reason"));
    }

    private static CommentRow comment(ResultSet row, int number) throws SQLException {
        return new CommentRow(
                row.getObject("id", UUID.class),
                row.getObject("version", UUID.class),
                row.getString("file"),
                row.getString("element"),
                row.getString("text"),
                row.getString("written_by"),
                VersionTables.instant(row, "written_at"),
                row.getString("done_by"),
                VersionTables.nullable(row, "done_at"));
    }

    /** @param against id of the version that was in service when it was asked for */
    record RequestRow(
            UUID id,
            ApprovalRequest.State state,
            @Nullable UUID against,
            String message,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    record CommentRow(
            UUID id,
            UUID version,
            String file,
            @Nullable String element,
            String text,
            String by,
            Instant at,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {}
}
