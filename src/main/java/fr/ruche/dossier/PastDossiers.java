package fr.ruche.dossier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What dossiers did, told so that it can be done again: where each waited, how it left, by which elements it came.
 * Whoever asks decides who reads it.
 */
@Component
public class PastDossiers {

    private final JdbcClient sql;

    PastDossiers(JdbcClient sql) {
        this.sql = sql;
    }

    /** The dossiers of a call that were once deposited, by number. */
    public List<DossierNumber> of(String call) {
        return sql
                .sql("select number from dossier where call = ? and fiche_received_at is not null order by number")
                .param(call)
                .query(String.class)
                .list()
                .stream()
                .map(DossierNumber::new)
                .toList();
    }

    /** Empty when the dossier never had a step. */
    public Optional<PastDossier> find(DossierNumber number) {
        var moves = new ArrayList<Move>();
        var version = new int[1];
        sql.sql("select s.step, s.entered_at, s.left_at, s.completed, s.version, w.elements from dossier_step s"
                        + " left join way w on w.id = s.way where s.dossier = ? order by s.entered_at,"
                        + " s.left_at nulls last, s.task_id")
                .param(number.value())
                .query(row -> {
                    version[0] = row.getInt("version");
                    moves.add(new Move(
                            row.getString("step"),
                            instant(row, "entered_at"),
                            (Boolean) row.getObject("completed"),
                            elements(row)));
                });
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        sql.sql("select p.at, w.elements from dossier_way p join way w on w.id = p.way where p.dossier = ?"
                        + " order by p.at, p.id")
                .param(number.value())
                .query(row -> {
                    moves.add(new Move(null, instant(row, "at"), null, elements(row)));
                });
        moves.sort(Comparator.comparing(Move::at));
        return Optional.of(sql.sql("select call, call_version, title, end_event from dossier where number = ?")
                .param(number.value())
                .query((row, one) -> new PastDossier(
                        number,
                        row.getString("call"),
                        row.getInt("call_version"),
                        version[0],
                        row.getString("end_event"),
                        List.copyOf(moves)))
                .single());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> elements(ResultSet row) throws SQLException {
        Array elements = row.getArray("elements");
        return elements == null ? List.of() : List.of((String[]) elements.getArray());
    }

    /**
     * @param version of the process that it followed last
     * @param end id of the end at which it came out; null while it goes on
     * @param moves in the order of time
     */
    public record PastDossier(
            DossierNumber number,
            String call,
            int callVersion,
            int version,
            @Nullable String end,
            List<Move> moves) {}

    /**
     * A dossier came to a step, or to an end or a reminder beside its steps.
     *
     * @param step null when the way led to no step
     * @param completed how it left the step: true when somebody answered, false when something interrupted, null while
     *     it is there
     * @param way the elements by which it came there
     */
    public record Move(
            @Nullable String step, Instant at, @Nullable Boolean completed, List<String> way) {}
}
