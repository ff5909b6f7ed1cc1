package fr.ruche;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many rows every table holds, to prove that something wrote nothing. */
@Component
public class TableCounts {

    /** What the sealer will seal: not what a test has taken away again, nor what has its seal already. */
    private static final String AWAITING_A_SEAL = """
            select 'audit_pending' as name, (
                select count(distinct (p.source, p.fact)) from audit_pending p, lateral (
                    select 1 from audited_fact f where f.source = p.source and f.rank = p.rank and f.fact = p.fact) f
                where not exists (select 1 from audit_seal s where s.source = p.source and s.fact = p.fact)) as rows
            """;

    private final JdbcClient sql;

    TableCounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of all tables of Ruche and of the engine, at one moment. */
    public Map<String, Long> all() {
        var counts = new LinkedHashMap<String, Long>();
        var each = sql
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_pending'"
                        + " order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> "select '%s' as name, (select count(*) from \"%s\") as rows".formatted(table, table))
                .collect(Collectors.joining(" union all ", "", " union all " + AWAITING_A_SEAL));
        sql.sql(each).query(row -> {
            counts.put(row.getString("name"), row.getLong("rows"));
        });
        // The sealer may pass meanwhile: what waited for its seal is then sealed.
        counts.merge("audit_seal", Objects.requireNonNull(counts.remove("audit_pending")), Long::sum);
        return counts;
    }
}
