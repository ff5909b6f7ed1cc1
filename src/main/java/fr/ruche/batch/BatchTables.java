package fr.ruche.batch;

import fr.ruche.dossier.DossierNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches in plain SQL: a line is held while it is done, so that it is done once, whoever works at it. */
@Component
class BatchTables {

    private static final String WITH_PROGRESS = "select b.*, p.total, p.done, p.refused from batch b cross join lateral"
            + " (select count(*) as total, count(*) filter (where i.state = 'FAIT') as done,"
            + " count(*) filter (where i.state = 'REFUSE') as refused from batch_item i where i.batch = b.id) p";

    private final JdbcClient sql;
    private final JdbcTemplate many;

    BatchTables(JdbcClient sql, JdbcTemplate many) {
        this.sql = sql;
        this.many = many;
    }

    void open(UUID id, BatchAction action, BatchPlan plan, String motive, String by, Instant at) {
        sql.sql("insert into batch (id, action, step, until, version, motive, state, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'EN_COURS', ?, ?)")
                .params(id, action.name(), plan.step(), plan.until(), plan.version(), motive, by, Timestamp.from(at))
                .update();
        change(id, BatchState.EN_COURS, by, at);
    }

    void put(UUID id, List<DossierNumber> dossiers) {
        var position = new int[] {0};
        many.batchUpdate(
                "insert into batch_item (batch, position, dossier) values (?, ?, ?)",
                dossiers,
                1_000,
                (row, dossier) -> {
                    row.setObject(1, id);
                    row.setInt(2, ++position[0]);
                    row.setString(3, dossier.value());
                });
    }

    Optional<Batch> find(UUID id) {
        return sql.sql(WITH_PROGRESS + " where b.id = ?")
                .param(id)
                .query(BatchTables::batch)
                .optional();
    }

    /** The latest first. */
    List<Batch> recent(int most) {
        return sql.sql(WITH_PROGRESS + " order by b.created_at desc limit ?")
                .param(most)
                .query(BatchTables::batch)
                .list();
    }

    /** @param state null for all; @param after position of the last one that was read, 0 to begin */
    List<BatchLine> lines(UUID id, BatchLine.@Nullable State state, int after, int most) {
        return sql.sql("select * from batch_item where batch = :id"
                        + " and (:state::text is null or state = :state) order by position offset :after limit :most")
                .param("id", id)
                .param("after", after)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((row, number) -> new BatchLine(
                        row.getString("dossier"),
                        BatchLine.State.valueOf(row.getString("state")),
                        row.getString("answer"),
                        instant(row, "done_at")))
                .list();
    }

    /** The batch that was begun first and goes on. */
    Optional<UUID> running() {
        return sql.sql("select id from batch where state = 'EN_COURS' order by created_at limit 1")
                .query(UUID.class)
                .optional();
    }

    /** The next one to be done, which nobody else does until the end of the transaction; empty when there is none. */
    Optional<String> next(UUID id) {
        return sql.sql("select i.dossier from batch_item i join batch b on b.id = i.batch and b.state = 'EN_COURS'"
                        + " where i.batch = ? and i.state = 'ATTEND' order by i.position limit 1"
                        + " for update of i skip locked")
                .param(id)
                .query(String.class)
                .optional();
    }

    void told(UUID id, String dossier, BatchLine.State state, @Nullable String answer, Instant at) {
        sql.sql("update batch_item set state = ?, answer = ?, done_at = ?"
                        + " where batch = ? and dossier = ? and state = 'ATTEND'")
                .params(state.name(), answer, Timestamp.from(at), id, dossier)
                .update();
    }

    /** Ends a batch of which nothing is left. Whether it did. */
    boolean end(UUID id, Instant at) {
        return sql.sql("update batch set state = 'TERMINE', ended_at = ? where id = ? and state = 'EN_COURS'"
                                + " and not exists (select 1 from batch_item where batch = ? and state = 'ATTEND')")
                        .params(Timestamp.from(at), id, id)
                        .update()
                == 1;
    }

    /** Whether it stood so before. */
    boolean turn(UUID id, BatchState from, BatchState to, String by, Instant at) {
        var turned = sql.sql("update batch set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
        if (turned) {
            change(id, to, by, at);
        }
        return turned;
    }

    private void change(UUID id, BatchState state, String by, Instant at) {
        sql.sql("insert into batch_change (batch, state, by, at) values (?, ?, ?, ?)")
                .params(id, state.name(), by, Timestamp.from(at))
                .update();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                BatchAction.valueOf(row.getString("action")),
                row.getString("step"),
                row.getObject("until", LocalDate.class),
                row.getObject("version", Integer.class),
                row.getString("motive"),
                BatchState.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "ended_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
