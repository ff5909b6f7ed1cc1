package fr.ruche.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code call} and {@code call_version}: versions are only ever appended. */
@Component
class CallTables {

    private final JdbcClient sql;
    private final Clock clock;

    CallTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<String> codes() {
        return sql.sql("select code from call").query(String.class).list();
    }

    Optional<Integer> version(String code) {
        return sql.sql("select version from call where code = ?")
                .param(code)
                .query(Integer.class)
                .optional();
    }

    /** The current version; until the end of the transaction nobody else can append one. */
    Optional<Integer> lock(String code) {
        return sql.sql("select version from call where code = ? for update")
                .param(code)
                .query(Integer.class)
                .optional();
    }

    Optional<CallParameters> parameters(String code, int version) {
        return sql.sql("select parameters from call_version where call = ? and version = ?")
                .params(code, version)
                .query(String.class)
                .optional()
                .map(CallFormat::read);
    }

    List<CallVersion> history(String code) {
        return sql.sql("""
                        select version, author, reason, created_at from call_version
                        where call = ? order by version desc""").param(code).query(CallTables::version).list();
    }

    private static CallVersion version(ResultSet row, int number) throws SQLException {
        return new CallVersion(
                row.getInt("version"),
                row.getString("author"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant());
    }

    void create(String code, CallParameters parameters, String author, String reason) {
        sql.sql("insert into call (code, version, created_at) values (?, 1, ?)")
                .params(code, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        insert(code, 1, parameters, author, reason);
    }

    void append(String code, int version, CallParameters parameters, String author, String reason) {
        insert(code, version, parameters, author, reason);
        sql.sql("update call set version = ? where code = ?")
                .params(version, code)
                .update();
    }

    private void insert(String code, int version, CallParameters parameters, String author, String reason) {
        sql.sql("""
                        insert into call_version (call, version, parameters, author, reason, created_at)
                        values (?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(
                        code,
                        version,
                        CallFormat.write(parameters),
                        author,
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
