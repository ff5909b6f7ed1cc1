package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Since when it waits, without the time during which it stood still. */
    private static final String SINCE = "d.waits_since + (:now - coalesce(d.suspended_at, :now))";

    private final EntityManager database;
    private final NamedParameterJdbcTemplate sql;
    private final KeptAway kept;
    private final WayBook ways;
    private final Clock clock;

    DossierFigures(EntityManager database, JdbcTemplate sql, KeptAway kept, WayBook ways, Clock clock) {
        this.database = database;
        this.sql = new NamedParameterJdbcTemplate(sql);
        this.kept = kept;
        this.ways = ways;
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

    /**
     * How far the dossiers of a call had come when this day was over in Paris, and for how much then. Of whom, from
     * where and for what is asked as it is today.
     *
     * @param filter of one call, and {@link DossierFilter#timeless}
     */
    public Funnel funnelOn(LocalDate day, DossierFilter filter, Actor reader) {
        if (filter.call() == null || !filter.timeless()) {
            throw new IllegalArgumentException("Only what does not change can be asked of a day: " + filter);
        }
        var question = question(filter, reader);
        question.put("day", day);
        question.put("call", filter.call());
        var levels = new Funnel.Level[Milestone.values().length];
        sql.query(
                "select p.milestone, p.was_milestone, count(*) as dossiers, sum(p.requested) as requested,"
                        + " sum(p.granted) as granted, sum(p.was_requested) as was_requested,"
                        + " sum(p.was_granted) as was_granted from dossier_progress p"
                        + (isWholeCall(filter, reader)
                                ? " where"
                                : " join dossier d on d.number = p.dossier where " + question.matching() + " and")
                        + " p.call = :call and p.day <= :day group by 1, 2",
                question.values(),
                row -> {
                    var dossiers = row.getInt("dossiers");
                    add(levels, row.getInt("milestone"), dossiers, row.getLong("requested"), row.getLong("granted"));
                    add(
                            levels,
                            row.getInt("was_milestone"),
                            -dossiers,
                            -row.getLong("was_requested"),
                            -row.getLong("was_granted"));
                });
        return new Funnel(null, atLeast(levels));
    }

    /** @param requested in cents; @param granted in cents */
    private static void add(Funnel.@Nullable Level[] levels, int rank, int dossiers, long requested, long granted) {
        if (rank > 0) {
            var more = new Funnel.Level(
                    Milestone.values()[rank - 1],
                    dossiers,
                    BigDecimal.valueOf(requested, 2),
                    BigDecimal.valueOf(granted, 2));
            var there = levels[rank - 1];
            levels[rank - 1] = there == null ? more : there.plus(more);
        }
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
        var now = clock.instant();
        question.put("now", now);
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
                            since(row, "since", now),
                            since(row, "since90", now),
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
                + " percentile_disc(0.5) within group (order by " + SINCE + " desc) as since,"
                + " percentile_disc(0.9) within group (order by " + SINCE + " desc) as since90"
                + " from dossier d where " + question.matching() + " and d.step is not null group by d.step";
    }

    /**
     * How often dossiers passed by what lies between the steps, and at which end they came out: of those that the
     * filter lets pass, all that they ever passed by, or with a version what they passed by in it.
     */
    public Passed passedBy(DossierFilter filter, Actor reader) {
        var everyVersion = filter.ofEveryVersion();
        var question = question(everyVersion, reader);
        if (filter.version() != null) {
            question.put("version", filter.version());
        }
        var times = new HashMap<String, Integer>();
        var next = new HashMap<String, Map<String, Integer>>();
        var taken = sql.query(
                went(filter, everyVersion, question, isWholeCall(everyVersion, reader) && !reader.is(Role.HOLDER)),
                question.values(),
                (row, at) -> new Taken(row.getLong("way"), row.getString("step"), row.getInt("times")));
        var elements = ways.elements(taken.stream().map(Taken::way).collect(Collectors.toSet()));
        for (var one : taken) {
            var passed = new ArrayList<>(elements.getOrDefault(one.way(), List.of()));
            passed.forEach(element -> times.merge(element, one.times(), Integer::sum));
            if (one.step() != null) {
                passed.add(one.step());
            }
            for (var at = 1; at < passed.size(); at++) {
                next.computeIfAbsent(passed.get(at - 1), first -> new HashMap<>())
                        .merge(passed.get(at), one.times(), Integer::sum);
            }
        }
        return new Passed(times, next, ends(filter, reader));
    }

    /** @param step to which the way led, null for none */
    private record Taken(long way, @Nullable String step, int times) {}

    /**
     * Of a whole call one need not ask which dossiers are seen, but which are drafts; what is over is nobody's draft.
     */
    private static String went(
            DossierFilter filter, DossierFilter everyVersion, DossierQuestion question, boolean wholeCall) {
        var only = (everyVersion.call() == null ? "" : " and s.call = :call")
                + (filter.version() == null ? "" : " and s.version = :version") + " and s.way is not null";
        var over = "select s.dossier, s.way, s.step from dossier_step s where s.left_at is not null" + only;
        var open = "select s.dossier, s.way, s.step from dossier_step s where s.left_at is null" + only;
        var aside = "select s.dossier, s.way, null from dossier_way s where true" + only;
        var all = "select s.way, s.step, count(*) as times from (%s) as s %s group by 1, 2";
        return wholeCall
                ? all.formatted(over, "")
                        + " union all "
                        + all.formatted(
                                open + " union all " + aside,
                                "where not exists (select 1 from dossier d where d.number = s.dossier"
                                        + " and d.call = :call and d.status = 'BROUILLON')")
                : all.formatted(
                        over + " union all " + open + " union all " + aside,
                        "join dossier d on d.number = s.dossier where " + question.matching());
    }

    private Map<String, Integer> ends(DossierFilter filter, Actor reader) {
        var question = question(filter, reader);
        var ends = new HashMap<String, Integer>();
        sql.query(
                "select d.end_event, count(*) as dossiers from dossier d where " + question.matching()
                        + " and d.end_event is not null group by 1",
                question.values(),
                row -> {
                    ends.put(row.getString("end_event"), row.getInt("dossiers"));
                });
        return ends;
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
                        + " count(*) filter (where s.overdue) as late from dossier_step s"
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
    private boolean isWholeCall(DossierFilter filter, Actor reader) {
        return filter.call() != null && filter.equals(DossierFilter.ALL.ofCall(filter.call())) && seesAll(reader);
    }

    private static StepFigures passed(ResultSet row) throws SQLException {
        var lasted = durations(row, "lasted");
        return new StepFigures(
                row.getString("step"),
                row.getString("clock"),
                0,
                0,
                null,
                null,
                row.getInt("passed"),
                lasted.get(0),
                lasted.get(1),
                row.getInt("late"));
    }

    /** How long each holder had the dossiers: those of the whole list first, as null, then those of each part. */
    public List<ClockFigures> clocks(DossierFilter filter, Actor reader, By by) {
        var question = question(filter, reader);
        question.put("now", clock.instant());
        var spent = new StringBuilder();
        var figures = new StringBuilder();
        for (var holder : CLOCKS) {
            spent.append(", d.spent_")
                    .append(holder)
                    .append(" + case when d.clock = '")
                    .append(CLOCK_OF.get(holder));
            spent.append(
                            "' then extract(epoch from coalesce(d.suspended_at, :now) - d.waits_since)::float8::bigint else 0 end as ")
                    .append(holder);
            figures.append(", count(*) filter (where ")
                    .append(holder)
                    .append(" > 0) as had_")
                    .append(holder);
            figures.append(", percentile_disc(array[0.5, 0.9]) within group (order by ")
                    .append(holder);
            figures.append(") filter (where ")
                    .append(holder)
                    .append(" > 0) as lasted_")
                    .append(holder);
        }
        return sql
                .query(
                        "select part" + figures + " from (select coalesce(d." + by.column + ", '') as part" + spent
                                + " from dossier d where " + question.matching() + " and d.milestone > 0) as had"
                                + " group by grouping sets ((), (part)) order by part nulls first",
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
                    part,
                    String.valueOf(CLOCK_OF.get(holder)),
                    row.getInt("had_" + holder),
                    lasted.get(0),
                    lasted.get(1)));
        }
        return figures;
    }

    /** What came from each commune and intercommunality; one from which nothing came is not among them. */
    public List<PlaceFigures> places(DossierFilter filter, Actor reader) {
        var question = question(filter, reader);
        question.put("complete", Milestone.COMPLET.rank());
        question.put("funded", Milestone.FINANCE.rank());
        return sql.query(
                "select d.territory, d.commune, count(*) as deposited,"
                        + " count(*) filter (where d.milestone >= :complete) as complete,"
                        + " count(*) filter (where d.milestone >= :funded) as funded, sum(d.requested) as requested,"
                        + " coalesce(sum(d.granted) filter (where d.milestone >= :funded), 0) as granted,"
                        + " count(m.score) as marked, coalesce(sum(m.score), 0) as marks"
                        + " from dossier d left join dossier_mark m on m.dossier = d.number where "
                        + question.matching() + " and d.milestone > 0 group by 1, 2 order by 1, 2",
                question.values(),
                (row, at) -> new PlaceFigures(
                        row.getString("territory"),
                        row.getString("commune"),
                        row.getInt("deposited"),
                        row.getInt("complete"),
                        row.getInt("funded"),
                        row.getBigDecimal("requested"),
                        row.getBigDecimal("granted"),
                        row.getInt("marked"),
                        row.getBigDecimal("marks")));
    }

    /**
     * Those of these communes from which a fiche of the list came; a look for the first one each, whatever the call.
     */
    public Set<String> communes(DossierFilter filter, Actor reader, Collection<String> among) {
        return deposited("commune", filter, reader, among);
    }

    /** Those of these intercommunalities, by SIREN, that hold a dossier of the list. */
    public Set<String> territories(DossierFilter filter, Actor reader, Collection<String> among) {
        return deposited("territory", filter, reader, among);
    }

    private Set<String> deposited(String place, DossierFilter filter, Actor reader, Collection<String> among) {
        var question = question(filter, reader);
        question.put("among", String.join(",", among));
        return Set.copyOf(sql.queryForList(
                "select place from unnest(string_to_array(:among, ',')) as place where exists (select 1 from dossier d"
                        + " where d." + place + " = place and " + question.matching()
                        + " and d.fiche_received_at is not null)",
                question.values(),
                String.class));
    }

    /** Where dossiers wait, by when they are due: by the id of the step, those of the porteur included. */
    public List<DueFigures> dueByStep(DossierFilter filter, Actor reader) {
        var question = question(filter, reader);
        return sql.query(
                "select d.step as part, " + due("d", question) + " from dossier d where " + question.matching()
                        + " and d.step is not null group by 1 order by 1",
                question.values(),
                (row, at) -> due(row));
    }

    /** All open tasks of officers, whatever their dossier: by group, by who has taken them, and for whom. */
    public Load load(Actor reader) {
        var question = question(DossierFilter.ALL, reader);
        var groups = new ArrayList<DueFigures>();
        var officers = new ArrayList<DueFigures>();
        var absent = new ArrayList<DueFigures>();
        sql.query(
                "select part, officer, owner, grouping(part, officer, owner) as cut, " + due("s", question)
                        + " from (select s.groups[1] as part, s.assignee as officer, s.owner, s.due_order"
                        + " from dossier_step s" + (seesAll(reader) ? "" : " join dossier d on d.number = s.dossier")
                        + " where s.left_at is null and s.groups <> '{}'"
                        + (seesAll(reader) ? "" : " and " + question.matching())
                        + ") as s group by grouping sets ((part), (officer), (owner))"
                        + " order by part, officer nulls first, owner",
                question.values(),
                row -> {
                    switch (row.getInt("cut")) {
                        case BY_PART -> groups.add(due(row, row.getString("part")));
                        case BY_OFFICER -> officers.add(due(row, row.getString("officer")));
                        default -> {
                            if (row.getString("owner") != null) {
                                absent.add(due(row, row.getString("owner")));
                            }
                        }
                    }
                });
        return new Load(groups, officers, absent);
    }

    /** What {@code grouping} says of the columns that are not cut by: a bit for each. */
    private static final int BY_PART = 0b011;

    private static final int BY_OFFICER = 0b101;

    /**
     * The open tasks of officers.
     *
     * @param groups by the first group to which each is offered
     * @param officers by who has taken them; those that nobody has come first, as null
     * @param absent by the absent colleague for whom a substitute has them
     */
    public record Load(List<DueFigures> groups, List<DueFigures> officers, List<DueFigures> absent) {}

    /**
     * How many tasks that somebody has in hand are due from one day to another.
     *
     * @param who each with the days, in Paris, and the steps to which it is limited, empty for all
     * @return a number for each, in order
     */
    public List<Integer> dueDuring(List<Days> who, Actor reader) {
        if (who.isEmpty()) {
            return List.of();
        }
        var question = question(DossierFilter.ALL, reader);
        question.put("who", texts(who, Days::who));
        question.put("after", texts(who, one -> ParisTime.startOf(one.first()).toString()));
        question.put("until", texts(who, one -> ParisTime.endOf(one.last()).toString()));
        question.put("steps", texts(who, one -> String.join(" ", one.steps())));
        return sql.query(
                "select count(s.task_id) as due from unnest(cast(:who as text[]), cast(:after as timestamptz[]),"
                        + " cast(:until as timestamptz[]), cast(:steps as text[])) with ordinality"
                        + " as w (who, after, until, steps, rank) left join (select s.* from dossier_step s"
                        + " join dossier d on d.number = s.dossier where s.left_at is null and s.groups <> '{}' and "
                        + question.matching() + ") as s on s.assignee = w.who and s.due_order > w.after"
                        + " and s.due_order <= w.until and (w.steps = '' or s.step = any (string_to_array(w.steps, ' ')))"
                        + " group by w.rank order by w.rank",
                question.values(),
                (row, at) -> row.getInt("due"));
    }

    private static String[] texts(List<Days> who, Function<Days, String> text) {
        return who.stream().map(text).toArray(String[]::new);
    }

    /** @param steps ids of user tasks; empty for all */
    public record Days(String who, LocalDate first, LocalDate last, Set<String> steps) {}

    /** Who is kept from nothing: no dossier need be asked. */
    private boolean seesAll(Actor reader) {
        return reader.is(Role.MANAGER) && kept.from(reader).isEmpty();
    }

    private String due(String row, DossierQuestion question) {
        var now = clock.instant();
        question.put("now", now);
        var counted =
                new StringBuilder("count(*) as open, count(*) filter (where " + row + ".due_order < :now) as late");
        for (var due : List.of(Due.IN_3, Due.IN_7, Due.IN_15)) {
            question.put(due.name(), DossierQuestion.until(due, now));
            counted.append(", count(*) filter (where ")
                    .append(row)
                    .append(".due_order >= :now and ")
                    .append(row)
                    .append(".due_order <= :")
                    .append(due.name())
                    .append(") as ")
                    .append(due.name());
        }
        return counted.toString();
    }

    private static DueFigures due(ResultSet row) throws SQLException {
        return due(row, row.getString("part"));
    }

    private static DueFigures due(ResultSet row, @Nullable String of) throws SQLException {
        return new DueFigures(
                of,
                row.getInt("open"),
                row.getInt("late"),
                row.getInt(Due.IN_3.name()),
                row.getInt(Due.IN_7.name()),
                row.getInt(Due.IN_15.name()));
    }

    private DossierQuestion question(DossierFilter filter, Actor reader) {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        DossierSearch.plan(sql);
        return DossierQuestion.ofFigures(filter, reader, kept.from(reader), clock.instant());
    }

    private static @Nullable Duration since(ResultSet row, String column, Instant now) throws SQLException {
        var since = row.getObject(column, OffsetDateTime.class);
        return since == null ? null : Duration.between(since.toInstant(), now);
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
