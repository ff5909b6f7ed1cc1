package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A list as statements for the database: who may see what is part of each of them.
 *
 * <p>Somebody who sees dossiers for two reasons, such as a territory and a jury, would force the database to look at
 * all of both: the question is put once for each reason, and each walks its own index no further than the page.
 */
final class DossierQuestion {

    private static final String HAS_WORDS = "d.search @@ dossier_question(:words)";

    private final MapSqlParameterSource values = new MapSqlParameterSource();
    private final StringBuilder filters = new StringBuilder();
    private final List<String> ways;
    private final boolean worded;

    /** @param kept numbers of the dossiers from which a conflict of interest keeps this person */
    DossierQuestion(DossierFilter filter, Actor actor, Set<String> kept, Instant now) {
        this(filter, actor, kept, now, false);
    }

    /** To be counted as a whole: the index of the figures is asked by the call itself. */
    static DossierQuestion ofFigures(DossierFilter filter, Actor actor, Set<String> kept, Instant now) {
        return new DossierQuestion(filter, actor, kept, now, true);
    }

    private DossierQuestion(DossierFilter filter, Actor actor, Set<String> kept, Instant now, boolean whole) {
        ways = Visibility.ways(actor, kept, values);
        if (whole) {
            equal("call", filter.call());
        } else if (filter.call() != null) {
            // The numbers of a call are its code, a hyphen and six digits, which an index tells by itself; another code
            // that begins in the same way makes longer ones.
            put("call", filter.call());
            condition("d.number_order between :call || '-000000' and :call || '-999999'");
            condition("length(d.number_order) <= length(:call) + 7");
        }
        equal("status", filter.status() == null ? null : filter.status().name());
        equal("step", filter.step());
        equal("clock", filter.clock());
        equal("measure", filter.measure());
        equal("territory", filter.territory());
        equal("sector", filter.sector());
        equal("jury", filter.jury());
        worded = filter.words() != null;
        if (filter.words() != null) {
            put("words", filter.words());
        }
        condition("d.failed_rules @> array[:rule]::text[]", "rule", filter.rule());
        condition("d.requested >= :requestedFrom", "requestedFrom", filter.requestedFrom());
        condition("d.requested <= :requestedTo", "requestedTo", filter.requestedTo());
        var from = filter.receivedFrom() == null ? null : ParisTime.startOf(filter.receivedFrom());
        condition("d.received_order >= :receivedFrom", "receivedFrom", from);
        if (filter.receivedTo() != null) {
            condition("d.received_order < :receivedTo", "receivedTo", ParisTime.endOf(filter.receivedTo()));
            condition("d.fiche_received_at is not null");
        }
        organisation(filter.organisation());
        condition(
                "d.milestone >= :reached",
                "reached",
                filter.reached() == null ? null : filter.reached().rank());
        condition(
                "d.holder_kind = :holderKind",
                "holderKind",
                filter.holderKind() == null ? null : filter.holderKind().name());
        condition("d.version = :version", "version", filter.version());
        condition("d.end_event = :end", "end", filter.end());
        difficulty(filter.difficulty(), filter.call());
        if (filter.marked()) {
            condition(
                    actor.is(Role.MANAGER)
                            ? "exists (select 1 from dossier_mark m where m.dossier = d.number)"
                            : "false");
        }
        due(filter.due(), now);
    }

    /** Once for all territories, and not for each dossier; those of one call are looked for in the index. */
    private void difficulty(@Nullable String points, @Nullable String call) {
        var said = "select t.epci from territory_difficulty t where t.call = "
                + (call == null ? "d.call" : "cast(:call as text)") + " and t.difficulty ";
        if (DossierFilter.NO_DIFFICULTY.equals(points)) {
            condition(
                    call == null
                            ? "not exists (" + said + "is not null and t.epci = d.territory)"
                            : "(d.territory is null or d.territory <> all (array(" + said + "is not null)))");
        } else if (points != null) {
            put("difficulty", Integer.valueOf(points));
            condition(
                    call == null
                            ? "(d.call, d.territory) in (select t.call, t.epci from territory_difficulty t"
                                    + " where t.difficulty = :difficulty)"
                            : "d.territory = any (array(" + said + "= :difficulty))");
        }
    }

    private void organisation(@Nullable String number) {
        if (number != null && number.length() == 9 && number.charAt(0) != 'W') {
            condition("d.siret >= :siren and d.siret < :siren || ':'", "siren", number); // ':' comes after '9'
        } else {
            condition("(d.siret = :organisation or d.rna = :organisation)", "organisation", number);
        }
    }

    private void due(DossierFilter.@Nullable Due due, Instant now) {
        if (due == DossierFilter.Due.LATE) {
            condition("d.due_at is not null");
            condition("d.due_order < :now", "now", now);
        } else if (due == DossierFilter.Due.SUSPENDED) {
            condition("d.suspended_at is not null");
        } else if (due != null) {
            condition("d.due_at is not null");
            condition("d.due_order >= :now", "now", now);
            condition("d.due_order <= :until", "until", until(due, now));
        }
    }

    /** The end of the last day of what is soon due. */
    static Instant until(DossierFilter.Due due, Instant now) {
        var today = ParisTime.dayOf(now);
        var days = due.days();
        return ParisTime.endOf(
                days == null ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)) : today.plusDays(days));
    }

    private void equal(String name, @Nullable String value) {
        condition("d." + name + " = :" + name, name, value);
    }

    private void condition(String sql) {
        filters.append(" and ").append(sql);
    }

    private void condition(String sql, String name, @Nullable Object value) {
        if (value != null) {
            condition(sql);
            put(name, value);
        }
    }

    void put(String name, Object value) {
        if (value instanceof Instant moment) {
            values.addValue(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            values.addValue(name, value);
        }
    }

    MapSqlParameterSource values() {
        return values;
    }

    /** Whether words are looked for: by {@link #gather} when they are rare, else by {@link #glance} first. */
    boolean worded() {
        return worded;
    }

    /**
     * Up to {@code :limit} lines after {@code :skipped} ones, from {@code :key} and {@code :number} on where they are.
     */
    String page(DossierSort sort, boolean backward, boolean fromCursor) {
        return lines(sort, backward, "(" + first(sort, backward, fromCursor, ":limit + :skipped") + ") as d");
    }

    /**
     * The same for words, which are looked for in the next {@code :window} dossiers of the list only: fast for words
     * that are in many dossiers. Less than was asked for says nothing; {@link #gather} does.
     */
    String glance(DossierSort sort, boolean backward, boolean fromCursor) {
        return lines(sort, backward, "(" + first(sort, backward, fromCursor, ":window") + ") as d where " + HAS_WORDS);
    }

    /** The same for words that are in few dossiers: gathers these by their words alone, then looks at the rest. */
    String gather(DossierSort sort, boolean backward, boolean fromCursor) {
        return lines(sort, backward, gathered() + (fromCursor ? beyond(sort, backward) : ""));
    }

    /** To be explained, not run: in how many dossiers the words are. */
    String worded(String explained) {
        return explained + " select 1 from dossier d where " + HAS_WORDS;
    }

    /** Counts no further than {@code :most}. */
    String count() {
        return "select count(*) from (select 1 from (" + each("d.number_order", " limit :most")
                + ") as seen limit :most) as counted";
    }

    /** How many of the first {@code :window} dossiers have the words, and how many these are. */
    String countGlance() {
        return "select count(*) filter (where " + HAS_WORDS + ") as found, count(*) as seen from ("
                + first(DossierSort.NUMBER_DESC, false, false, ":window") + ") as d";
    }

    /** How many of the next {@code :window} dossiers from {@code :key} and {@code :number} on there are. */
    String countWindow(DossierSort sort, boolean backward) {
        return "select count(*) from (" + first(sort, backward, true, ":window") + ") as d";
    }

    /** Counts those that have the words, no further than {@code :most}. */
    String countGathered() {
        return "select count(*) from (select 1 from " + gathered() + " limit :most) as counted";
    }

    /** All lines, in order. */
    String all(DossierSort sort) {
        return "select " + columns(sort) + from() + (worded ? " and " + HAS_WORDS : "") + " order by "
                + sort.order(false);
    }

    /** What a figure counts: all lines, whatever their words, as a condition on {@code d}. */
    String matching() {
        return "(" + either() + ")" + filters + (worded ? " and " + HAS_WORDS : "");
    }

    /** Whether this person may see {@code d}, as one condition. */
    String either() {
        return ways.stream().collect(Collectors.joining(") or (", "(", ")"));
    }

    /** The first dossiers of the list, whatever their words. */
    private String first(DossierSort sort, boolean backward, boolean fromCursor, String most) {
        var end = (fromCursor ? beyond(sort, backward) : "") + " order by " + sort.order(backward) + " limit " + most;
        return ways.size() == 1
                ? "select d.* from dossier d where " + ways.get(0) + filters + end
                : "select d.* from (" + each(keys(sort), end) + ") as s join dossier d on d.number = s.number order by "
                        + sort.order(backward) + " limit " + most;
    }

    private static String lines(DossierSort sort, boolean backward, String source) {
        return "select " + columns(sort) + " from " + source + " order by " + sort.order(backward)
                + " limit :limit offset :skipped";
    }

    /** {@code offset 0} keeps the database from mixing the index of words with one that would be read far. */
    private String gathered() {
        return "(select d.* from dossier d where " + HAS_WORDS + " offset 0) as d where (" + either() + ")" + filters;
    }

    private String from() {
        return " from dossier d where (" + either() + ")" + filters;
    }

    private static String beyond(DossierSort sort, boolean backward) {
        return " and " + sort.beyond(backward);
    }

    private static String columns(DossierSort sort) {
        return DossierLines.COLUMNS + ", d." + sort.column() + "::text as sort_key";
    }

    private static String keys(DossierSort sort) {
        return sort.column().equals("number_order")
                ? "d.number, d.number_order"
                : "d.number, d.number_order, d." + sort.column();
    }

    /** What each way leads to, once. */
    private String each(String columns, String end) {
        return ways.stream()
                .map(way -> "(select " + columns + " from dossier d where " + way + filters + end + ")")
                .collect(Collectors.joining(" union "));
    }
}
