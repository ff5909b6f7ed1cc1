package fr.ruche.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.trial.Replay.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays and their lines in plain SQL. */
@Component
class ReplayTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ReplayTables(JdbcClient sql) {
        this.sql = sql;
    }

    void open(
            UUID id,
            UUID version,
            int revision,
            String call,
            Map<String, String> defaults,
            List<DossierNumber> dossiers,
            String by,
            Instant at) {
        sql.sql("insert into replay (id, version, revision, call, defaults, state, begun_by, begun_at)"
                        + " values (?, ?, ?, ?, ?::jsonb, 'RUNNING', ?, ?)")
                .params(id, version, revision, call, write(defaults), by, at.atOffset(ZoneOffset.UTC))
                .update();
        dossiers.forEach(dossier -> sql.sql("insert into replay_line (replay, dossier) values (?, ?)")
                .params(id, dossier.value())
                .update());
    }

    private static String write(Map<String, String> defaults) {
        try {
            return JSON.writeValueAsString(defaults);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param kept numbers that the reader may not know of */
    Optional<Replay> find(UUID id, Collection<String> kept) {
        var counts = counts(id, kept);
        return sql.sql("select r.*, (select count(*) from replay_line l where l.replay = r.id and " + without(kept)
                        + ") as dossiers from replay r where r.id = :id")
                .param("id", id)
                .param("kept", kept)
                .query((row, one) -> replay(row, counts))
                .optional();
    }

    /** Of a version, the latest first. */
    List<UUID> of(UUID version) {
        return sql.sql("select id from replay where version = ? order by begun_at desc limit 20")
                .param(version)
                .query(UUID.class)
                .list();
    }

    private static String without(Collection<String> kept) {
        return kept.isEmpty() ? "true" : "l.dossier not in (:kept)";
    }

    private Map<Outcome, Integer> counts(UUID id, Collection<String> kept) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        sql.sql("select l.outcome, count(*) as dossiers from replay_line l where l.replay = :id"
                        + " and l.outcome is not null and " + without(kept) + " group by l.outcome")
                .param("id", id)
                .param("kept", kept)
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("dossiers"));
                });
        return counts;
    }

    private static Replay replay(ResultSet row, Map<Outcome, Integer> counts) throws SQLException {
        try {
            return new Replay(
                    row.getObject("id", UUID.class),
                    row.getObject("version", UUID.class),
                    row.getInt("revision"),
                    row.getString("call"),
                    JSON.readValue(row.getString("defaults"), new TypeReference<Map<String, String>>() {}),
                    State.valueOf(row.getString("state")),
                    row.getInt("dossiers"),
                    counts,
                    row.getString("begun_by"),
                    row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("ended_at", OffsetDateTime.class)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** The one that was begun first and goes on. */
    Optional<UUID> running() {
        return sql.sql("select id from replay where state = 'RUNNING' order by begun_at limit 1")
                .query(UUID.class)
                .optional();
    }

    /** Held until the end of the transaction: another node takes others. */
    List<DossierNumber> next(UUID id, int most) {
        return sql
                .sql("select l.dossier from replay_line l join replay r on r.id = l.replay and r.state = 'RUNNING'"
                        + " where l.replay = ? and l.outcome is null order by l.dossier limit ?"
                        + " for update of l skip locked")
                .params(id, most)
                .query(String.class)
                .list()
                .stream()
                .map(DossierNumber::new)
                .toList();
    }

    void told(UUID id, ReplayLine line) {
        sql.sql("update replay_line set outcome = ?, before = ?, after = ?, parts = ?, why = ?"
                        + " where replay = ? and dossier = ?")
                .params(
                        line.outcome().name(),
                        line.before(),
                        line.after(),
                        line.parts(),
                        line.why(),
                        id,
                        line.dossier())
                .update();
    }

    /** Whether it was in the state from which it is turned. */
    boolean turn(UUID id, State from, State to, @Nullable Instant at) {
        return sql.sql("update replay set state = ?, ended_at = ? where id = ? and state = ?")
                        .params(to.name(), at == null ? null : at.atOffset(ZoneOffset.UTC), id, from.name())
                        .update()
                > 0;
    }

    /** Ends a replay of which nothing is left. */
    void end(UUID id, Instant at) {
        sql.sql("update replay set state = 'DONE', ended_at = ? where id = ? and state = 'RUNNING'"
                        + " and not exists (select 1 from replay_line where replay = ? and outcome is null)")
                .params(at.atOffset(ZoneOffset.UTC), id, id)
                .update();
    }

    /** By number. @param outcome null for all that were replayed */
    List<ReplayLine> lines(UUID id, @Nullable Outcome outcome, Collection<String> kept, int after, int most) {
        return sql.sql("select l.* from replay_line l where l.replay = :id and l.outcome is not null"
                        + " and (:outcome::text is null or l.outcome = :outcome) and " + without(kept)
                        + " order by l.dossier limit :most offset :after")
                .param("id", id)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("kept", kept)
                .param("most", most)
                .param("after", after)
                .query((row, one) -> new ReplayLine(
                        row.getString("dossier"),
                        null,
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("parts"),
                        row.getString("why")))
                .list();
    }
}
