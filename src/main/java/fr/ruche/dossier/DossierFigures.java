package fr.ruche.dossier;

import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a list of dossiers comes to, counted for its reader: the same filters and the same rule of who may see what, so
 * that each figure is the length of a list. Read from {@code dossier_figures} and {@code dossier_step_lasted}, which
 * are indexes, and never from the engine.
 */
@Service
@Transactional(readOnly = true)
public class DossierFigures {

    private static final List<String> CLOCKS = List.of("porteur", "intercommunality", "region", "jury");
    private static final Map<String, String> CLOCK_OF = Map.of(
            "porteur", "PORTEUR",
            "intercommunality", "INTERCOMMUNALITE",
            "region", "REGION",
            "jury", "JURY");

    private final EntityManager database;
    private final NamedParameterJdbcTemplate sql;
    private final KeptAway kept;
    private final Clock clock;

    DossierFigures(EntityManager database, JdbcTemplate sql, KeptAway kept, Clock clock) {
        this.database = database;
        this.sql = new NamedParameterJdbcTemplate(sql);
        this.kept = kept;
        this.clock = clock;
    }

    /** By what a list is cut into parts. */
    public enum By {
        TERRITORY("territory"),
        SECTOR("sector"),
        MEASURE("measure"),
        HOLDER_KIND("holder_kind"),
        JURY("jury");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** How far the dossiers of each part came; a part without dossiers is not among them. */
    public List<Funnel> funnel(DossierFilter filter, Actor reader, By by) {
        var question = question(filter, reader);
        var parts = new LinkedHashMap<String, Funnel.Level[]>();
        sql.query(
                "select coalesce(d." + by.column + ", '') as part, d.milestone, count(*) as dossiers,"
                        + " sum(d.requested) as requested, sum(d.granted) as granted from dossier d where "
                        + question.matching() + " and d.milestone > 0 group by 1, 2 order by 1, 2",
                question.values(),
                row -> {
                    var levels = parts.computeIfAbsent(
                            row.getString("part"), any -> new Funnel.Level[Milestone.values().length]);
                    levels[row.getInt("milestone") - 1] = new Funnel.Level(
                            Milestone.values()[row.getInt("milestone") - 1],
                            row.getInt("dossiers"),
                            row.getBigDecimal("requested"),
                            row.getBigDecimal("granted"));
                });
        return parts.entrySet().stream()
                .map(part -> new Funnel(part.getKey().isEmpty() ? null : part.getKey(), atLeast(part.getValue())))
                .toList();
    }

    /** Who came further came so far. */
    private static List<Funnel.Level> atLeast(Funnel.@Nullable Level[] exactly) {
        var levels = new ArrayList<Funnel.Level>();
        var dossiers = 0;
        var requested = BigDecimal.ZERO;
        var granted = BigDecimal.ZERO;
        for (var at = exactly.length - 1; at >= 0; at--) {
            var level = exactly[at];
            if (level != null) {
                dossiers += level.dossiers();
                requested = requested.add(level.requested());
                granted = granted.add(level.granted());
            }
            levels.add(0, new Funnel.Level(Milestone.values()[at], dossiers, requested, granted));
        }
        return levels;
    }

    /**
     * What each step holds now, and how long it takes. A version of the diagram counts the dossiers that wait in it and
     * the passages that were made in it.
     */
    public List<StepFigures> steps(DossierFilter filter, Actor reader) {
        var passed = passed(filter, reader);
        var question = question(filter, reader);
        question.put("now", clock.instant());
        var found = new LinkedHashMap<>(passed);
        sql.query(waiting(question), question.values(), row -> {
            var before = passed.get(row.getString("step"));
            found.put(
                    row.getString("step"),
                    new StepFigures(
                            row.getString("step"),
                            row.getString("clock"),
                            row.getInt("waiting"),
                            row.getInt("late"),
                            seconds(row, "since"),
                            before == null ? 0 : before.passed(),
                            before == null ? null : before.median(),
                            before == null ? null : before.p90(),
                            before == null ? 0 : before.passedLate()));
        });
        return found.values().stream()
                .sorted(Comparator.comparing(StepFigures::step))
                .toList();
    }

    private static String waiting(DossierQuestion question) {
        return "select d.step, min(d.clock) as clock, count(*) as waiting,"
                + " count(*) filter (where d.due_order < :now) as late,"
                + " percentile_disc(0.5) within group (order by extract(epoch from :now - d.waits_since)::bigint) as since"
                + " from dossier d where " + question.matching() + " and d.step is not null group by d.step";
    }

    private Map<String, StepFigures> passed(DossierFilter filter, Actor reader) {
        var everyVersion = filter.ofEveryVersion();
        var question = question(everyVersion, reader);
        if (filter.version() != null) {
            question.put("version", filter.version());
        }
        var found = new LinkedHashMap<String, StepFigures>();
        sql.query(
                "select s.step, min(s.clock) as clock, count(*) as passed,"
                        + " percentile_disc(array[0.5, 0.9]) within group (order by s.seconds) as lasted,"
                        + " count(*) filter (where s.left_at > s.due_at) as late from dossier_step s"
                        + (isWholeCall(everyVersion, reader)
                                ? " where s.call = :call"
                                : " join dossier d on d.number = s.dossier where " + question.matching())
                        + " and s.left_at is not null"
                        + (filter.version() == null ? "" : " and s.version = :version") + " group by s.step",
                question.values(),
                row -> {
                    found.put(row.getString("step"), passed(row));
                });
        return found;
    }

    /** The dossiers need not be asked then. */
    private static boolean isWholeCall(DossierFilter filter, Actor reader) {
        return filter.call() != null
                && filter.equals(DossierFilter.ALL.ofCall(filter.call()))
                && reader.is(Role.MANAGER);
    }

    private static StepFigures passed(ResultSet row) throws SQLException {
        var lasted = durations(row, "lasted");
        return new StepFigures(
                row.getString("step"),
                row.getString("clock"),
                0,
                0,
                null,
                row.getInt("passed"),
                lasted.get(0),
                lasted.get(1),
                row.getInt("late"));
    }

    /** How long each holder had the dossiers of each part, or of the whole list. */
    public List<ClockFigures> clocks(DossierFilter filter, Actor reader, @Nullable By by) {
        var question = question(filter, reader);
        question.put("now", clock.instant());
        var columns = new StringBuilder();
        for (var holder : CLOCKS) {
            var spent = "(d.spent_" + holder + " + case when d.clock = '" + CLOCK_OF.get(holder)
                    + "' then extract(epoch from :now - d.waits_since)::bigint else 0 end)";
            columns.append(", count(*) filter (where ")
                    .append(spent)
                    .append(" > 0) as had_")
                    .append(holder)
                    .append(", percentile_disc(array[0.5, 0.9]) within group (order by ")
                    .append(spent)
                    .append(") filter (where ")
                    .append(spent)
                    .append(" > 0) as lasted_")
                    .append(holder);
        }
        return sql
                .query(
                        "select " + (by == null ? "''" : "coalesce(d." + by.column + ", '')") + " as part" + columns
                                + " from dossier d where " + question.matching() + " and d.milestone > 0 group by 1"
                                + " order by 1",
                        question.values(),
                        (row, at) -> clocks(row))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<ClockFigures> clocks(ResultSet row) throws SQLException {
        var part = row.getString("part");
        var figures = new ArrayList<ClockFigures>();
        for (var holder : CLOCKS) {
            var lasted = durations(row, "lasted_" + holder);
            figures.add(new ClockFigures(
                    part.isEmpty() ? null : part,
                    String.valueOf(CLOCK_OF.get(holder)),
                    row.getInt("had_" + holder),
                    lasted.get(0),
                    lasted.get(1)));
        }
        return figures;
    }

    /** Where dossiers wait, by when they are due: by the id of the step, those of the porteur included. */
    public List<DueFigures> dueByStep(DossierFilter filter, Actor reader) {
        return due(
                filter,
                reader,
                (from, matching) -> "d.step as part, " + from + " from dossier d where " + matching
                        + " and d.step is not null group by 1 order by 1");
    }

    /** The tasks of officers by the first group to which each is offered. */
    public List<DueFigures> dueByGroup(DossierFilter filter, Actor reader) {
        return due(filter, reader, (from, matching) -> ofTasks("s.groups[1]", from, matching));
    }

    /** The tasks of officers by who has taken them; those that nobody has come as null. */
    public List<DueFigures> dueByOfficer(DossierFilter filter, Actor reader) {
        return due(filter, reader, (from, matching) -> ofTasks("s.assignee", from, matching));
    }

    private static String ofTasks(String part, String counted, String matching) {
        return part + " as part, " + counted.replace("d.due_order", "s.due_order")
                + " from dossier_step s join dossier d on d.number = s.dossier where s.left_at is null"
                + " and s.groups <> '{}' and " + matching + " group by 1 order by 1";
    }

    private List<DueFigures> due(DossierFilter filter, Actor reader, BiFunction<String, String, String> statement) {
        var question = question(filter, reader);
        var now = clock.instant();
        question.put("now", now);
        question.put("in3", DossierQuestion.until(Due.IN_3, now));
        question.put("in7", DossierQuestion.until(Due.IN_7, now));
        question.put("in15", DossierQuestion.until(Due.IN_15, now));
        var counted = "count(*) as open, count(*) filter (where d.due_order < :now) as late"
                + Arrays.stream(new String[] {"in3", "in7", "in15"})
                        .map(in ->
                                ", count(*) filter (where d.due_order >= :now and d.due_order <= :" + in + ") as " + in)
                        .reduce("", String::concat);
        return sql.query(
                "select " + statement.apply(counted, question.matching()),
                question.values(),
                (row, at) -> new DueFigures(
                        row.getString("part"),
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("in3"),
                        row.getInt("in7"),
                        row.getInt("in15")));
    }

    private DossierQuestion question(DossierFilter filter, Actor reader) {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        DossierSearch.plan(sql);
        return DossierQuestion.ofFigures(filter, reader, kept.from(reader), clock.instant());
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        var seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    /** Two, of which both are null when nothing was counted. */
    private static List<@Nullable Duration> durations(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        if (array == null) {
            return Arrays.asList(null, null);
        }
        return Arrays.stream((Long[]) array.getArray()).map(Duration::ofSeconds).toList();
    }
}
