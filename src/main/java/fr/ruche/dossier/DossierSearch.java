package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of dossiers. Who may see what is part of the question to the database, so that no page can forget it. */
@Component
class DossierSearch {

    private static final int LARGEST = 200;

    private static final String LINE = """
            new fr.ruche.dossier.DossierSummary(d.number, d.call, d.status, d.title, d.measure, d.holder,
              d.organisation, d.commune, d.territory, d.sector, d.jury, d.step, d.stepLabel, d.clock, d.dueAt,
              d.ficheReceivedAt, d.dossierReceivedAt, d.totalCost, d.requestedOperating, d.requestedInvestment,
              d.grantedOperating, d.grantedInvestment)
            """;

    private final EntityManager database;
    private final Clock clock;

    DossierSearch(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    DossierPage find(DossierFilter filter, Actor actor, int page, int size, DossierSort sort) {
        var bounded = Math.max(1, Math.min(size, LARGEST));
        var first = (int) Math.min((long) Math.max(0, page) * bounded, Integer.MAX_VALUE - LARGEST);
        var question = question(filter, actor);
        var total = bind(
                        database.createQuery("select count(d) from Dossier d where " + question.where(), Long.class),
                        question)
                .getSingleResult();
        var lines = database.createQuery(
                "select " + LINE + " from Dossier d where " + question.where() + " order by " + sort.order(),
                DossierSummary.class);
        bind(lines, question).setFirstResult(first).setMaxResults(bounded);
        var seen = lines.getResultStream().map(line -> line.asReadBy(actor)).toList();
        return new DossierPage(seen, Math.max(0, page), bounded, total);
    }

    /** The tasks among these that are open and whose dossier this person may see, in no order. */
    List<WaitingTask> waiting(Collection<String> tasks, Actor actor) {
        var question = question(DossierFilter.ALL, actor);
        var rows = database.createQuery(
                "select new fr.ruche.dossier.WaitingTask(s.taskId, " + LINE + ") from DossierStep s join Dossier d"
                        + " on d.number = s.dossier where s.taskId in :tasks and s.leftAt is null and "
                        + question.where(),
                WaitingTask.class);
        return bind(rows, question).setParameter("tasks", tasks).getResultList();
    }

    /** Those on which silence will be a rejection, or is one, by the day that is given for their call; 200 at most. */
    List<NearSilence> nearSilence(Map<String, LocalDate> days, Actor actor) {
        if (days.isEmpty()) {
            return List.of();
        }
        var question = question(DossierFilter.ALL, actor);
        var calls = new ArrayList<String>();
        days.forEach((call, day) -> {
            var at = calls.size();
            calls.add("d.call = :call" + at + " and d.silenceUntil <= :day" + at);
            question.values().put("call" + at, call);
            question.values().put("day" + at, day);
        });
        var rows = database.createQuery(
                "select new fr.ruche.dossier.NearSilence(d.silenceUntil, " + LINE + ") from Dossier d where "
                        + "d.status = fr.ruche.dossier.DossierStatus.EN_COURS and d.silenceSuspendedOn is null and ("
                        + String.join(" or ", calls) + ") and " + question.where()
                        + " order by d.silenceUntil, d.number",
                NearSilence.class);
        return bind(rows, question).setMaxResults(LARGEST).getResultList();
    }

    private Question question(DossierFilter filter, Actor actor) {
        var values = new LinkedHashMap<String, Object>();
        var where = new StringBuilder(Visibility.condition(actor, values));
        equal(where, values, "call", filter.call());
        equal(where, values, "status", filter.status());
        equal(where, values, "step", filter.step());
        equal(where, values, "clock", filter.clock());
        equal(where, values, "measure", filter.measure());
        equal(where, values, "territory", filter.territory());
        equal(where, values, "sector", filter.sector());
        if (filter.words() != null && !filter.words().isBlank()) {
            where.append(" and d.searchText like :words escape '!'");
            values.put("words", "%" + escaped(SearchText.normal(filter.words())) + "%");
        }
        if (filter.late()) {
            where.append(" and d.dueAt < :now");
            values.put("now", clock.instant());
        }
        return new Question(where.toString(), values);
    }

    private static void equal(StringBuilder where, Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            where.append(" and d.").append(name).append(" = :").append(name);
            values.put(name, value);
        }
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static <Q extends Query> Q bind(Q query, Question question) {
        question.values().forEach(query::setParameter);
        return query;
    }

    private record Question(String where, Map<String, Object> values) {}
}
