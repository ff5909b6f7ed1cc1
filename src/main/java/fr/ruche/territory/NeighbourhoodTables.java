package fr.ruche.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code priority_neighbourhood}. */
@Component
class NeighbourhoodTables {

    private static final String IN_FORCE =
            "commune = :commune and valid_from <= :day and (valid_to is null or valid_to >= :day)";

    private final JdbcClient sql;

    NeighbourhoodTables(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isPriority(String commune, String code, String searchName, LocalDate day) {
        return sql.sql("select exists (select 1 from priority_neighbourhood where " + IN_FORCE
                        + " and (upper(code) = upper(:code) or search_name = :name))")
                .param("commune", commune)
                .param("day", day)
                .param("code", code)
                .param("name", searchName)
                .query(Boolean.class)
                .single();
    }

    List<PriorityNeighbourhood> of(String commune, LocalDate day) {
        return sql.sql("""
                        select code, name, kind, commune, valid_from, valid_to from priority_neighbourhood where
                        """ + IN_FORCE + " order by name, code")
                .param("commune", commune)
                .param("day", day)
                .query(NeighbourhoodTables::neighbourhood)
                .list();
    }

    boolean isEmpty() {
        return !sql.sql("select exists (select 1 from priority_neighbourhood)")
                .query(Boolean.class)
                .single();
    }

    void put(PriorityNeighbourhood one) {
        sql.sql("""
                        insert into priority_neighbourhood
                          (code, commune, name, search_name, kind, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (commune, code) do update set name = excluded.name,
                          search_name = excluded.search_name, kind = excluded.kind,
                          valid_from = excluded.valid_from, valid_to = excluded.valid_to""")
                .param(one.code())
                .param(one.commune())
                .param(one.name())
                .param(SearchText.of(one.name()))
                .param(one.kind())
                .param(one.validFrom())
                .param(one.validTo())
                .update();
    }

    private static PriorityNeighbourhood neighbourhood(ResultSet row, int number) throws SQLException {
        return new PriorityNeighbourhood(
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("commune"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
