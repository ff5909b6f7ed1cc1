package fr.ruche.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How long the database takes for the lists that officers ask most, planning included, over many dossiers. */
public final class DossierLists {

    private static final int TIMES = Integer.getInteger("bench.times", 40);
    private static final int SIZE = 26;
    private static final List<String> COMMON = List.of("jardin", "jeunes", "santé", "chantier", "patrimoine", "femmes");

    private final Random random = new Random(1);
    private final JdbcTemplate sql;
    private final List<Row> rows = new ArrayList<>();
    private final int dossiers;

    public DossierLists(JdbcTemplate sql) {
        this.sql = sql;
        this.dossiers = Objects.requireNonNull(sql.queryForObject("select count(*) from dossier", Integer.class));
    }

    private record Asked(DossierFilter filter, Actor actor, DossierSort sort) {}

    /** In milliseconds. */
    public record Row(String who, String list, double median, double p95, double worst) {}

    public List<Row> measure() {
        var territories = sql.queryForList("select distinct territory from dossier", String.class);
        var sectors = sql.queryForList("select distinct sector from dossier", String.class);
        var places = sql.queryForList("select name from commune where epci is not null", String.class);
        Function<Role, Actor> some = role -> new Actor(
                "banc",
                "Banc",
                Set.of(new Membership(
                        role,
                        switch (role) {
                            case CONFORMITY_OFFICER, JURY_MEMBER -> any(territories);
                            case INSTRUCTOR -> any(sectors);
                            default -> null;
                        })));
        for (var role : List.of(Role.CONFORMITY_OFFICER, Role.INSTRUCTOR, Role.JURY_MEMBER, Role.MANAGER)) {
            report(role, "as it opens", () -> list(DossierFilter.ALL, some.apply(role), DossierSort.NUMBER_DESC));
            report(
                    role,
                    "by stage",
                    () -> list(
                            DossierFilter.ALL.atStep("userTask_instruct"), some.apply(role), DossierSort.NUMBER_DESC));
            report(
                    role,
                    "by stage and due",
                    () -> list(
                            DossierFilter.ALL.atStep("userTask_checkCompleteness"), some.apply(role), DossierSort.DUE));
            report(
                    role,
                    "late",
                    () -> list(DossierFilter.ALL.toDo(DossierFilter.Due.LATE), some.apply(role), DossierSort.DUE));
            report(
                    role,
                    "of a call",
                    () -> list(DossierFilter.ALL.ofCall("DSDT-2024"), some.apply(role), DossierSort.NUMBER_DESC));
            report(role, "by amount", () -> list(DossierFilter.ALL, some.apply(role), DossierSort.REQUESTED));
            report(
                    role,
                    "a number",
                    () -> list(DossierFilter.ALL.containing(number()), some.apply(role), DossierSort.NUMBER_DESC));
            report(
                    role,
                    "a porteur",
                    () -> list(
                            DossierFilter.ALL.containing("association " + random.nextInt(60_000)),
                            some.apply(role),
                            DossierSort.NUMBER_DESC));
            report(
                    role,
                    "a commune",
                    () -> list(DossierFilter.ALL.containing(any(places)), some.apply(role), DossierSort.NUMBER_DESC));
            report(
                    role,
                    "a common word",
                    () -> list(DossierFilter.ALL.containing(any(COMMON)), some.apply(role), DossierSort.NUMBER_DESC));
        }
        return List.copyOf(rows);
    }

    private void report(Role role, String name, java.util.function.Supplier<Asked> asked) {
        var times = IntStream.range(0, TIMES)
                .mapToDouble(at -> time(asked.get()))
                .skip(TIMES / 10)
                .sorted()
                .toArray();
        rows.add(new Row(
                role.name(), name, times[times.length / 2], times[times.length * 95 / 100], times[times.length - 1]));
    }

    /** Of the page and of its count, as {@link DossierSearch} asks for them. */
    private double time(Asked asked) {
        var question = new DossierQuestion(asked.filter(), asked.actor(), java.util.Set.of(), Instant.now());
        question.put("limit", SIZE);
        question.put("skipped", 0);
        question.put("window", 500);
        question.put("most", DossierPage.MOST_COUNTED + 1);
        if (!question.worded()) {
            return explain(question.page(asked.sort(), false, false), question).time()
                    + explain(question.count(), question).time();
        }
        var known = plan(question.worded("explain (summary, format json)"), question);
        var gather = true;
        var time = known.path("Planning Time").asDouble();
        if (known.path("Plan").path("Plan Rows").asInt() > 5_000) {
            var glance = explain(question.glance(asked.sort(), false, false), question);
            time += glance.time() + explain(question.countGlance(), question).time();
            gather = glance.rows() < SIZE;
        }
        return !gather
                ? time
                : time
                        + explain(question.gather(asked.sort(), false, false), question)
                                .time()
                        + explain(question.countGathered(), question).time();
    }

    private record Explained(double time, int rows) {}

    private Explained explain(String statement, DossierQuestion question) {
        var plan = plan("explain (analyze, timing off, format json) " + statement, question);
        return new Explained(
                plan.path("Planning Time").asDouble()
                        + plan.path("Execution Time").asDouble(),
                plan.path("Plan").path("Actual Rows").asInt());
    }

    private JsonNode plan(String statement, DossierQuestion question) {
        var json = new NamedParameterJdbcTemplate(sql).queryForObject(statement, question.values(), String.class);
        try {
            return JsonMapper.builder().build().readTree(json).path(0);
        } catch (JsonProcessingException noPlan) {
            throw new IllegalStateException(json, noPlan);
        }
    }

    private String number() {
        return "DSDT-%d-%04d".formatted(2021 + random.nextInt(5), 1 + random.nextInt(Math.max(1, dossiers / 5)));
    }

    private Asked list(DossierFilter filter, Actor actor, DossierSort sort) {
        return new Asked(filter, actor, sort);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
