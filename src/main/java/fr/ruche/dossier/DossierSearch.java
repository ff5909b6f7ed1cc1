package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of dossiers. Who may see what is part of the question to the database, so that no page can forget it. */
@Component
class DossierSearch {

    /** How many rows of an export are in memory at once. */
    private static final int FETCHED = 500;

    private static final int NEAREST = 200;

    /** How many dossiers are looked at for their words before the index of words is asked. */
    private static final int WINDOW = 500;

    /** How many are looked at next, when the page is not full: still less than gathering what has the words. */
    private static final int WIDE_WINDOW = 4_000;

    /** Words that are in no more dossiers than this are gathered at once. */
    private static final int RARE = 5_000;

    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    /** How many of them have words of which one need not know more than that they are many. */
    private static final int MANY = 26;

    private final EntityManager database;
    private final NamedParameterJdbcTemplate sql;
    private final NamedParameterJdbcTemplate cursor;
    private final KeptAway kept;
    private final Clock clock;

    DossierSearch(EntityManager database, JdbcTemplate sql, KeptAway kept, Clock clock) {
        this.database = database;
        this.sql = new NamedParameterJdbcTemplate(sql);
        var fetching = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        fetching.setFetchSize(FETCHED);
        this.cursor = new NamedParameterJdbcTemplate(fetching);
        this.kept = kept;
        this.clock = clock;
    }

    DossierPage find(DossierFilter filter, Actor actor, DossierReading reading, DossierSort sort) {
        var question = ready(filter, actor);
        var count = count(question);
        var found = read(question, reading, sort, actor);
        var more = found.size() > reading.size();
        var items = new ArrayList<>(found.subList(0, Math.min(found.size(), reading.size())));
        if (reading.backward()) {
            Collections.reverse(items);
        }
        var onward = !items.isEmpty() && (reading.backward() || more);
        var back = !items.isEmpty() && (reading.backward() ? more : reading.after() != null || reading.skipped() > 0);
        return new DossierPage(
                List.copyOf(items),
                reading.from() == null ? reading.page() : 0,
                reading.size(),
                count.counted(),
                count.more(),
                onward ? items.get(items.size() - 1).cursor() : null,
                back ? items.get(0).cursor() : null);
    }

    DossierCount count(DossierFilter filter, Actor actor) {
        return count(ready(filter, actor));
    }

    DossierNeighbours neighbours(DossierFilter filter, Actor actor, DossierCursor place) {
        var next = read(ready(filter, actor), new DossierReading(1, 0, place, null), place.sort(), actor);
        var previous = read(ready(filter, actor), new DossierReading(1, 0, null, place), place.sort(), actor);
        return new DossierNeighbours(first(previous), first(next));
    }

    /** Hands on line after line; the list is never in memory as a whole. */
    void each(DossierFilter filter, Actor actor, DossierSort sort, Consumer<DossierSummary> reader) {
        var question = ready(filter, actor);
        cursor.query(question.all(sort), question.values(), (RowCallbackHandler)
                row -> reader.accept(DossierLines.read(row, sort).asReadBy(actor)));
    }

    /** The tasks among these that are open and whose dossier this person may see, in no order. */
    List<WaitingTask> waiting(Collection<String> tasks, Actor actor) {
        var question = ready(DossierFilter.ALL, actor);
        if (tasks.isEmpty()) {
            return List.of();
        }
        question.put("tasks", tasks);
        return sql.query(
                "select s.task_id, s.owner, " + DossierLines.COLUMNS
                        + " from dossier_step s join dossier d on d.number = s.dossier"
                        + " where s.task_id in (:tasks) and s.left_at is null and (" + question.either() + ")",
                question.values(),
                (row, at) -> new WaitingTask(
                        row.getString("task_id"),
                        row.getString("owner"),
                        DossierLines.read(row, (String) null).asReadBy(actor)));
    }

    /** Those on which silence will be a rejection, or is one, by the day that is given for their call; 200 at most. */
    List<NearSilence> nearSilence(Map<String, LocalDate> days, Actor actor) {
        if (days.isEmpty()) {
            return List.of();
        }
        var question = ready(DossierFilter.ALL, actor);
        var calls = new ArrayList<String>();
        days.forEach((call, day) -> {
            var at = calls.size();
            calls.add("d.call = :call" + at + " and d.silence_until <= :day" + at);
            question.put("call" + at, call);
            question.put("day" + at, day);
        });
        question.put("most", NEAREST);
        return sql.query(
                "select " + DossierLines.COLUMNS + ", d.silence_until from dossier d"
                        + " where d.status = 'EN_COURS' and d.silence_suspended_on is null and ("
                        + String.join(" or ", calls) + ") and (" + question.either()
                        + ") order by d.silence_until, d.number_order limit :most",
                question.values(),
                (row, at) -> new NearSilence(
                        row.getObject("silence_until", LocalDate.class), DossierLines.read(row, (String) null)));
    }

    /**
     * What was changed in this transaction is written before it is looked for. The plan is made for the values asked:
     * one for all values would be a poor one for most. Compiling it would take longer than running it.
     */
    private DossierQuestion ready(DossierFilter filter, Actor actor) {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        plan(sql);
        return new DossierQuestion(filter, actor, kept.from(actor), clock.instant());
    }

    /** For the rest of the transaction. */
    static void plan(NamedParameterJdbcTemplate sql) {
        sql.getJdbcTemplate()
                .queryForList(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)");
    }

    private DossierCount count(DossierQuestion question) {
        question.put("most", DossierPage.MOST_COUNTED + 1);
        if (!question.worded()) {
            return DossierCount.of(counted(question.count(), question));
        }
        if (rare(question)) {
            return DossierCount.of(counted(question.countGathered(), question));
        }
        question.put("window", WINDOW);
        var glance = Objects.requireNonNull(sql.queryForObject(
                question.countGlance(),
                question.values(),
                (row, at) -> new DossierCount(row.getInt("found"), row.getInt("seen") == WINDOW)));
        return !glance.more() || glance.counted() >= MANY
                ? glance
                : DossierCount.of(counted(question.countGathered(), question));
    }

    /** By what the database knows of its words without looking. */
    private boolean rare(DossierQuestion question) {
        var plan = Objects.requireNonNull(sql.queryForList(question.worded("explain"), question.values(), String.class)
                .get(0));
        var rows = ROWS.matcher(plan);
        return rows.find() && Long.parseLong(rows.group(1)) <= RARE;
    }

    private int counted(String statement, DossierQuestion question) {
        return Objects.requireNonNull(sql.queryForObject(statement, question.values(), Integer.class));
    }

    /** One line more than the page has, to know whether there is another page. */
    private List<DossierSummary> read(DossierQuestion question, DossierReading reading, DossierSort sort, Actor actor) {
        var from = reading.from();
        var limit = reading.size() + 1;
        var fromCursor = from != null;
        question.put("limit", limit);
        question.put("skipped", reading.skipped());
        if (from != null) {
            question.put("key", from.key());
            question.put("number", from.number());
        }
        if (question.worded()) {
            if (rare(question)) {
                return lines(question.gather(sort, reading.backward(), fromCursor), question, sort, actor);
            }
            for (var window : List.of(WINDOW, WIDE_WINDOW)) {
                question.put("window", window);
                var found = lines(question.glance(sort, reading.backward(), fromCursor), question, sort, actor);
                if (found.size() == limit || fromCursor && endsWithin(window, question, reading, sort)) {
                    return found;
                }
            }
            return lines(question.gather(sort, reading.backward(), fromCursor), question, sort, actor);
        }
        return lines(question.page(sort, reading.backward(), fromCursor), question, sort, actor);
    }

    /** Whether the list has no more dossiers than were looked at: what was not found there is nowhere. */
    private boolean endsWithin(int window, DossierQuestion question, DossierReading reading, DossierSort sort) {
        return counted(question.countWindow(sort, reading.backward()), question) < window;
    }

    private List<DossierSummary> lines(String statement, DossierQuestion question, DossierSort sort, Actor actor) {
        return sql.query(
                statement,
                question.values(),
                (row, at) -> DossierLines.read(row, sort).asReadBy(actor));
    }

    private static @Nullable DossierSummary first(List<DossierSummary> found) {
        return found.isEmpty() ? null : found.get(0);
    }
}
