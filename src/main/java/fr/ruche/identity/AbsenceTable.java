package fr.ruche.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of absences. */
@Component
class AbsenceTable {

    private static final String READ = """
            select a.*, gone.display_name as absent_name, stand.display_name as substitute_name,
                   array(select step from absence_step where absence = a.id) as steps
            from absence a join account gone on gone.username = a.absent
            left join account stand on stand.username = a.substitute
            """;

    private final JdbcClient sql;

    AbsenceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The rows of these people stay as they are until the transaction is over, so that two notices cannot collide. */
    void hold(Set<String> people) {
        sql.sql("select id from account where username in (:people) order by id for update")
                .param("people", people)
                .query(Long.class)
                .list();
    }

    void add(Absence absence) {
        sql.sql("""
                        insert into absence
                            (id, absent, substitute, first_day, last_day, lends, declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        absence.id(),
                        absence.absent(),
                        absence.substitute(),
                        absence.firstDay(),
                        absence.lastDay(),
                        absence.lends(),
                        absence.declaredBy(),
                        at(absence.declaredAt()))
                .update();
        absence.steps()
                .forEach(step -> sql.sql("insert into absence_step (absence, step) values (?, ?)")
                        .params(absence.id(), step)
                        .update());
    }

    Optional<Absence> find(UUID id) {
        return sql.sql(READ + "where a.id = ?")
                .param(id)
                .query(AbsenceTable::absence)
                .optional();
    }

    /** False when it was ended before. */
    boolean end(UUID id, String by, Instant at) {
        return sql.sql("update absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(by, at(at), id)
                        .update()
                == 1;
    }

    /** Those not over on that day, the nearest first. @param concerning absent or substitute, null for everybody's */
    List<Absence> from(LocalDate day, @Nullable String concerning) {
        return sql.sql(READ + """
                        where a.ended_at is null and a.last_day >= :day
                          and (:who::varchar is null or :who in (a.absent, a.substitute))
                        order by a.first_day, a.last_day, a.id""")
                .param("day", day)
                .param("who", concerning)
                .query(AbsenceTable::absence)
                .list();
    }

    /** Those that have begun by that day and whose tasks have not changed hands. */
    List<Absence> toBegin(LocalDate day) {
        return sql.sql(READ + """
                        where a.handed_at is null and a.ended_at is null and :day between a.first_day and a.last_day
                        order by a.declared_at, a.id""")
                .param("day", day)
                .query(AbsenceTable::absence)
                .list();
    }

    /** Those that are over by that day and whose tasks have not come back. */
    List<Absence> toReturn(LocalDate day) {
        return sql.sql(READ + """
                        where a.returned_at is null and a.handed_at is not null
                          and (a.ended_at is not null or a.last_day < :day)
                        order by a.declared_at, a.id""")
                .param("day", day)
                .query(AbsenceTable::absence)
                .list();
    }

    void handed(UUID id, Instant at) {
        sql.sql("update absence set handed_at = ? where id = ?")
                .params(at(at), id)
                .update();
    }

    void returned(UUID id, Instant at) {
        sql.sql("update absence set returned_at = ? where id = ?")
                .params(at(at), id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("absent"),
                row.getString("absent_name"),
                row.getString("substitute"),
                row.getString("substitute_name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                steps(row.getArray("steps")),
                row.getBoolean("lends"),
                row.getString("declared_by"),
                Objects.requireNonNull(instant(row, "declared_at")),
                instant(row, "ended_at"));
    }

    private static Set<String> steps(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
