package fr.ruche;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many rows every table holds, to prove that something wrote nothing. */
@Component
public class TableCounts {

    private final JdbcClient sql;

    TableCounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of all tables of Ruche and of the engine, at one moment. */
    public Map<String, Long> all() {
        var counts = new LinkedHashMap<String, Long>();
        var each = sql
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> "select '%s' as name, (select count(*) from \"%s\") as rows".formatted(table, table))
                .collect(Collectors.joining(" union all "));
        sql.sql(each).query(row -> {
            counts.put(row.getString("name"), row.getLong("rows"));
        });
        // The sealer may pass meanwhile: what waited for its seal is then sealed.
        counts.merge("audit_seal", counts.getOrDefault("audit_pending", 0L), Long::sum);
        counts.remove("audit_pending");
        return counts;
    }
}
