package fr.ruche.dossier;

import fr.ruche.workflow.ModelSteps;
import fr.ruche.workflow.ModelSteps.ModelStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lists and figures read instead of the engine: the open rows of {@code dossier_step}, where each dossier waits,
 * its failing rules, the words it is found by, how far it had come on each day and what it passed by. Kept step by
 * step; here it is held against the engine and the tables of the domain as a whole, and made anew from them.
 */
@Service
public class ReadModel {

    private final JdbcTemplate sql;
    private final ModelSteps models;

    ReadModel(JdbcTemplate sql, ModelSteps models) {
        this.sql = sql;
        this.models = models;
    }

    /** Every difference, by dossier; empty when all agree. May be asked while people work. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public List<Difference> verify() {
        readEngine();
        return sql.query(
                statement("verify"),
                (row, at) -> new Difference(
                        row.getString("dossier"),
                        row.getString("task_id"),
                        row.getString("field"),
                        row.getString("kept"),
                        row.getString("expected")));
    }

    /**
     * Writes what differs anew, and tells how many rows that were. Whoever changes a dossier meanwhile waits.
     *
     * <p>A step that is open here and no longer in the engine is ended when the engine's history says it was, else now.
     */
    @Transactional
    public int rebuild() {
        sql.execute("lock table dossier, dossier_step, dossier_way, dossier_progress in exclusive mode");
        readEngine();
        var written = 0;
        for (var statement : statement("rebuild").split(";\\s*\n")) {
            written += sql.update(statement);
        }
        return written;
    }

    /** Into a table of this transaction: what the open steps should be. */
    private void readEngine() {
        sql.execute(
                "create temporary table engine_step (task_id text primary key, dossier text, version integer, step text, label text,"
                        + " clock text, entered_at timestamptz, due_at timestamptz, groups text[], assignee text, owner text)"
                        + " on commit drop");
        var steps = models.all();
        sql.update(connection -> {
            var prepared = connection.prepareStatement(statement("engine"));
            prepared.setArray(1, array(connection, "text", steps, ModelStep::definition));
            prepared.setArray(2, array(connection, "integer", steps, ModelStep::version));
            prepared.setArray(3, array(connection, "text", steps, ModelStep::step));
            prepared.setArray(4, array(connection, "text", steps, ModelStep::label));
            prepared.setArray(5, array(connection, "text", steps, ModelStep::clock));
            prepared.setArray(6, array(connection, "boolean", steps, ModelStep::event));
            return prepared;
        });
        sql.execute("create index on engine_step (dossier)");
        sql.execute("analyze engine_step");
    }

    private static Array array(
            Connection connection, String type, List<ModelStep> steps, Function<ModelStep, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, steps.stream().map(column).toArray());
    }

    private static String statement(String name) {
        try {
            return new ClassPathResource("db/read-model/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Something that the read model says otherwise than the engine or the domain.
     *
     * @param task id of the task in the engine, null when it is about the dossier itself
     * @param field what differs: a column, {@code missing} for a step that only the engine has, or {@code ended} for
     *     one that it no longer has
     * @param kept what the read model says, null for nothing
     * @param expected what it should say
     */
    public record Difference(
            String dossier,
            @Nullable String task,
            String field,
            @Nullable String kept,
            @Nullable String expected) {}
}
