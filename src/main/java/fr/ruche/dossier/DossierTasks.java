package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actor;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks of officers on dossiers, as far as the reader may see the dossier: a task that no group is offered,
 * such as one of the porteur, is never among them. The nearest due date comes first; each list walks an index of
 * {@code dossier_step} no further than its page.
 */
@Service
@Transactional(readOnly = true)
public class DossierTasks {

    private static final String OPEN = "s.left_at is null and s.groups <> '{}'";
    private static final String ORDER = " order by s.due_order, s.task_id";

    private final EntityManager database;
    private final NamedParameterJdbcTemplate sql;
    private final KeptAway kept;
    private final Clock clock;

    DossierTasks(EntityManager database, JdbcTemplate sql, KeptAway kept, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.sql = new NamedParameterJdbcTemplate(sql);
        this.kept = kept;
    }

    /** Those offered to one of the reader's groups, taken or not. @param first counted from 0 */
    public List<DossierTask> ofGroups(Actor reader, int first, int size) {
        return offered(reader, "", first, size);
    }

    /** Those offered to one of the reader's groups that nobody has taken. */
    public List<DossierTask> free(Actor reader, int first, int size) {
        return offered(reader, " and s.assignee is null", first, size);
    }

    /** Those that the reader has taken. */
    public List<DossierTask> taken(Actor reader, int first, int size) {
        var question = new Question(reader, kept.from(reader), first, size);
        question.values.addValue("taker", reader.username());
        return read(question, question.part("s.assignee = :taker"));
    }

    /** All of them that the filter lets pass. */
    public List<DossierTask> all(Actor reader, TaskFilter filter, int first, int size) {
        var question = new Question(reader, kept.from(reader), first, size);
        var now = clock.instant();
        var which = new StringBuilder("true");
        if (filter.group() != null) {
            which.append(" and s.groups[1] = :group");
            question.values.addValue("group", filter.group());
        }
        if (filter.taker() != null) {
            which.append(" and s.assignee = :taker");
            question.values.addValue("taker", filter.taker());
        } else if (filter.free()) {
            which.append(" and s.assignee is null");
        }
        if (filter.due() != null) {
            var late = filter.due() == DossierFilter.Due.LATE;
            which.append(late ? " and s.due_order < :now" : " and s.due_order >= :now and s.due_order <= :until");
            question.put("now", now);
            question.put("until", late ? now : DossierQuestion.until(filter.due(), now));
        }
        // what is due at midnight is due on the day that ends then
        if (filter.dueFrom() != null) {
            which.append(" and s.due_order > :after");
            question.put("after", ParisTime.startOf(filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            which.append(" and s.due_order <= :to");
            question.put("to", ParisTime.endOf(filter.dueTo()));
        }
        return read(question, question.part(which.toString()));
    }

    /** Group by group; those offered to several groups, which are few, apart, so that none comes twice. */
    private List<DossierTask> offered(Actor reader, String more, int first, int size) {
        var groups = reader.groups();
        if (groups.isEmpty()) {
            return List.of();
        }
        var question = new Question(reader, kept.from(reader), first, size);
        var parts = new ArrayList<String>();
        for (var at = 0; at < groups.size(); at++) {
            question.values.addValue("group" + at, groups.get(at));
            parts.add(question.part("s.groups[1] = :group" + at + more));
        }
        question.values.addValue("groups", groups.toArray(String[]::new));
        parts.add(question.part("cardinality(s.groups) > 1 and s.groups && cast(:groups as text[])"
                + " and s.groups[1] <> all (cast(:groups as text[]))" + more));
        return read(question, String.join(" union all ", parts));
    }

    private List<DossierTask> read(Question question, String parts) {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        DossierSearch.plan(sql);
        return sql.query(
                "select s.task_id, s.step as task_step, s.label as task_label, s.due_at as task_due, s.groups,"
                        + " s.assignee, s.owner, " + DossierLines.COLUMNS + " from (" + parts
                        + ") as s join dossier d on d.number = s.dossier" + ORDER + " limit :size offset :first",
                question.values,
                (row, at) -> task(row));
    }

    private static DossierTask task(ResultSet row) throws SQLException {
        var due = row.getObject("task_due", OffsetDateTime.class);
        return new DossierTask(
                row.getString("task_id"),
                row.getString("task_step"),
                row.getString("task_label"),
                due == null ? null : due.toInstant(),
                Set.of((String[]) row.getArray("groups").getArray()),
                row.getString("assignee"),
                row.getString("owner"),
                DossierLines.read(row, (String) null));
    }

    /** Who asks, and for which part of the list. */
    private static final class Question {

        private final MapSqlParameterSource values = new MapSqlParameterSource();
        private final String visible;

        private Question(Actor reader, Set<String> kept, int first, int size) {
            visible = Visibility.ways(reader, kept, values).stream().collect(Collectors.joining(") or (", "(", ")"));
            values.addValue("first", first);
            values.addValue("size", size);
            values.addValue("most", first + size);
        }

        private void put(String name, Instant moment) {
            values.addValue(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }

        private String part(String which) {
            return "(select s.* from dossier_step s join dossier d on d.number = s.dossier where " + OPEN + " and "
                    + which + " and (" + visible + ")" + ORDER + " limit :most)";
        }
    }
}
