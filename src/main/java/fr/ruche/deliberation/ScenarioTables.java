package fr.ruche.deliberation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.jury.JurySession;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code deliberation*}. The row of the deliberation is locked before anything of it is validated. */
@Component
class ScenarioTables {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient sql;
    private final Clock clock;

    ScenarioTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Empty as long as nobody made a scenario. */
    Optional<List<Fact>> facts(UUID session) {
        return sql.sql("select facts from deliberation where session = ?")
                .param(session)
                .query(String.class)
                .optional()
                .map(facts -> read(facts, new TypeReference<List<Fact>>() {}));
    }

    void keep(JurySession session, List<Fact> facts, String by) {
        sql.sql("""
                        insert into deliberation (session, call, jury, facts, read_by, read_at)
                        values (?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (session) do update set facts = excluded.facts, read_by = excluded.read_by,
                            read_at = excluded.read_at""")
                .params(session.id(), session.call(), session.jury(), write(facts), by, now())
                .update();
    }

    /** Until the end of the transaction nobody else validates a scenario of the session. */
    void lock(UUID session) {
        sql.sql("select 1 from deliberation where session = ? for update")
                .param(session)
                .query(Integer.class)
                .optional();
    }

    /** What the session might grant when its scenario was validated; empty before. */
    List<Pot> held(UUID session) {
        return sql.sql("select held from deliberation where session = ? and held is not null")
                .param(session)
                .query((row, number) -> read(row.getString("held"), new TypeReference<List<Pot>>() {}))
                .optional()
                .orElse(List.of());
    }

    void hold(UUID session, List<Pot> pots) {
        sql.sql("update deliberation set held = ?::jsonb where session = ?")
                .params(write(pots), session)
                .update();
    }

    List<Scenario> of(UUID session) {
        var choices = new LinkedHashMap<UUID, List<Choice>>();
        sql.sql("""
                        select c.* from deliberation_choice c join deliberation_scenario s on s.id = c.scenario
                        where s.session = ? order by c.dossier""").param(session).query(row -> {
            choices.computeIfAbsent(row.getObject("scenario", UUID.class), id -> new java.util.ArrayList<>())
                    .add(choice(row));
        });
        return sql.sql("select * from deliberation_scenario where session = ? order by created_at, id")
                .param(session)
                .query((row, number) -> scenario(row, choices.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /** Whether the name was free. */
    boolean create(Scenario scenario) {
        var policy = scenario.policy();
        var made = sql.sql("""
                        insert into deliberation_scenario (id, session, name, version, mode, threshold, partial,
                            partial_min, strict, pooling, unit, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (session, name) do nothing""")
                .params(
                        scenario.id(),
                        scenario.session(),
                        scenario.name(),
                        scenario.version(),
                        scenario.mode().name(),
                        policy.threshold(),
                        policy.partial(),
                        policy.partialMinPercent(),
                        policy.strict(),
                        policy.pooling(),
                        policy.unit(),
                        scenario.createdBy(),
                        now())
                .update();
        if (made == 1) {
            scenario.choices().forEach(choice -> write(scenario.id(), choice));
        }
        return made == 1;
    }

    /** Whether it still had that version and was not validated; it then has the next one. */
    boolean next(UUID scenario, int seen) {
        return sql.sql("update deliberation_scenario set version = version + 1"
                                + " where id = ? and version = ? and validated_at is null")
                        .params(scenario, seen)
                        .update()
                == 1;
    }

    void terms(UUID scenario, AllocationMode mode, AllocationPolicy policy) {
        sql.sql("update deliberation_scenario set mode = ?, threshold = ?, partial = ?, partial_min = ?, strict = ?,"
                        + " pooling = ?, unit = ? where id = ?")
                .params(
                        mode.name(),
                        policy.threshold(),
                        policy.partial(),
                        policy.partialMinPercent(),
                        policy.strict(),
                        policy.pooling(),
                        policy.unit(),
                        scenario)
                .update();
    }

    void choose(UUID scenario, List<Choice> choices) {
        sql.sql("delete from deliberation_choice where scenario = ?")
                .param(scenario)
                .update();
        choices.forEach(choice -> write(scenario, choice));
    }

    private void write(UUID scenario, Choice choice) {
        var fate = choice.fate();
        sql.sql("insert into deliberation_choice (scenario, dossier, operating, investment, fate, place, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scenario,
                        choice.dossier(),
                        choice.operating(),
                        choice.investment(),
                        fate == null ? null : fate.name(),
                        choice.place(),
                        choice.reason())
                .update();
    }

    void validate(UUID scenario, String by) {
        sql.sql("update deliberation_scenario set validated_by = ?, validated_at = ? where id = ?")
                .params(by, now(), scenario)
                .update();
    }

    void propose(Plan plan, java.util.function.Function<Plan.Line, String> reason) {
        for (var line : plan.lines()) {
            sql.sql("""
                            insert into deliberation_proposal (session, dossier, place, standing, operating,
                                investment, reason, scenario) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            plan.scenario().session(),
                            line.dossier(),
                            line.place(),
                            line.standing().name(),
                            line.operating(),
                            line.investment(),
                            reason.apply(line),
                            plan.scenario().name())
                    .update();
        }
    }

    Optional<Proposal> proposal(UUID session, String dossier) {
        return sql.sql("select * from deliberation_proposal where session = ? and dossier = ?")
                .params(session, dossier)
                .query(ScenarioTables::proposal)
                .optional();
    }

    /** What the validated scenarios of the other sessions that draw on the same envelope propose. */
    List<Besides> proposedBesides(JurySession session) {
        return sql.sql("""
                        select p.*, f.measure from deliberation_proposal p join deliberation d on d.session = p.session
                        join dossier f on f.number = p.dossier
                        where d.call = ? and d.jury = ? and p.session <> ? and p.operating + p.investment > 0""")
                .params(session.call(), session.jury(), session.id())
                .query((row, number) -> new Besides(
                        row.getObject("session", UUID.class),
                        row.getString("dossier"),
                        row.getString("measure"),
                        row.getBigDecimal("operating"),
                        row.getBigDecimal("investment")))
                .list();
    }

    void note(UUID scenario, int version, String action, @Nullable String dossier, String told, String by) {
        sql.sql("insert into deliberation_change (scenario, version, action, dossier, told, by_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(scenario, version, action, dossier, told, by, now())
                .update();
    }

    /** The latest first. */
    List<ScenarioChange> changes(UUID scenario) {
        return sql.sql("select * from deliberation_change where scenario = ? order by id desc")
                .param(scenario)
                .query((row, number) -> new ScenarioChange(
                        row.getInt("version"),
                        row.getString("action"),
                        row.getString("dossier"),
                        row.getString("told"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("session", UUID.class),
                row.getString("dossier"),
                row.getInt("place"),
                Standing.valueOf(row.getString("standing")),
                row.getBigDecimal("operating"),
                row.getBigDecimal("investment"),
                row.getString("reason"),
                row.getString("scenario"));
    }

    private static Choice choice(ResultSet row) throws SQLException {
        var fate = row.getString("fate");
        return new Choice(
                row.getString("dossier"),
                row.getBigDecimal("operating"),
                row.getBigDecimal("investment"),
                fate == null ? null : Standing.valueOf(fate),
                row.getObject("place", Integer.class),
                row.getString("reason"));
    }

    private static Scenario scenario(ResultSet row, List<Choice> choices) throws SQLException {
        Timestamp validated = row.getTimestamp("validated_at");
        return new Scenario(
                row.getObject("id", UUID.class),
                row.getObject("session", UUID.class),
                row.getString("name"),
                row.getInt("version"),
                AllocationMode.valueOf(row.getString("mode")),
                new AllocationPolicy(
                        row.getBigDecimal("threshold"),
                        row.getBoolean("partial"),
                        row.getInt("partial_min"),
                        row.getBoolean("strict"),
                        row.getBoolean("pooling"),
                        row.getBigDecimal("unit")),
                choices,
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("validated_by"),
                validated == null ? null : validated.toInstant());
    }

    record Besides(UUID session, String dossier, String measure, BigDecimal operating, BigDecimal investment) {}

    private static String write(List<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static <T> List<T> read(String list, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(list, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
