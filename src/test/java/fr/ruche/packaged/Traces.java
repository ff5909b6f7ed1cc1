package fr.ruche.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that the database keeps about a dossier or a session, in our tables and in the engine's: rows by table.
 */
record Traces(Map<String, List<String>> rows) {

    private static final String TABLES = """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and (column_name in ('dossier', 'session', 'proc_inst_id_', 'process_instance_id_')
                or table_name = 'dossier' and column_name = 'number'
                or table_name = 'jury_session' and column_name = 'id')""";

    static Traces of(String dossier, JdbcTemplate database) {
        var found = new TreeMap<String, List<String>>();
        database.query(TABLES, row -> {
            var table = row.getString("table_name");
            var column = row.getString("column_name");
            var value =
                    column.endsWith("_") ? "(select proc_inst_id_ from act_hi_procinst where business_key_ = ?)" : "?";
            var query = "select row_to_json(r)::text from %s r where %s::text = %s order by 1"
                    .formatted(table, column, value);
            found.put(table, database.queryForList(query, String.class, dossier));
        });
        return new Traces(found);
    }

    /** The rows that are there only now (+) or were only there earlier (-). */
    List<String> changesSince(Traces earlier) {
        var changes = new ArrayList<String>();
        rows.forEach((table, found) -> {
            var was = earlier.rows.getOrDefault(table, List.of());
            found.stream().filter(row -> !was.contains(row)).forEach(row -> changes.add("+ " + table + " " + row));
            was.stream().filter(row -> !found.contains(row)).forEach(row -> changes.add("- " + table + " " + row));
        });
        return changes;
    }

    /** How many rows each table has gained or lost: the same for the same act on another dossier. */
    Map<String, Integer> growthSince(Traces earlier) {
        var growth = new TreeMap<String, Integer>();
        rows.forEach((table, found) -> growth.put(
                table,
                found.size() - earlier.rows.getOrDefault(table, List.of()).size()));
        growth.values().removeIf(rows -> rows == 0);
        return growth;
    }
}
