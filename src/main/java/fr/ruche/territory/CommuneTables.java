package fr.ruche.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code commune} and {@code commune_term}. */
@Component
class CommuneTables {

    private static final String COMMUNE = """
            select c.code, c.name, c.siren, c.epci, e.name as epci_name, e.sector, c.departement, c.postal_codes,
                   c.population
            from commune c left join epci e on e.siren = c.epci
            """;

    /**
     * The bounds instead of LIKE: a prepared LIKE may be planned without its pattern, and then without the index. Terms
     * hold letters, digits and spaces only, so a brace follows all of them.
     */
    static final String SEARCH = """
            with found as (
              select commune, min(case when term = :text then 0 else 1 end) as distance
              from commune_term
              where term ~>=~ :text and term ~<~ :after
              group by commune)
            """ + COMMUNE + """
            join found f on f.commune = c.code
            order by f.distance, c.population desc, c.code
            limit :most""";

    private final JdbcClient sql;

    CommuneTables(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Commune> find(String code) {
        return sql.sql(COMMUNE + """
                        where c.code = :code or c.code in (
                          select commune from commune_term where term = lower(:code) and kind = 'FORMER_CODE')
                        order by c.code = :code desc limit 1""")
                .param("code", code)
                .query(CommuneTables::commune)
                .optional();
    }

    /** All that belong to an intercommunality, by name. */
    List<Commune> all() {
        return sql.sql(COMMUNE + "where c.epci is not null order by c.name, c.code")
                .query(CommuneTables::commune)
                .list();
    }

    List<Commune> search(String text, int most) {
        return sql.sql(SEARCH)
                .param("text", text)
                .param("after", after(text))
                .param("most", most)
                .query(CommuneTables::commune)
                .list();
    }

    static String after(String text) {
        return text + "{";
    }

    private static Commune commune(ResultSet row, int number) throws SQLException {
        return new Commune(
                row.getString("code"),
                row.getString("name"),
                row.getString("siren"),
                row.getString("epci"),
                row.getString("epci_name"),
                row.getString("sector"),
                row.getString("departement"),
                List.of((String[]) row.getArray("postal_codes").getArray()),
                row.getInt("population"));
    }
}
