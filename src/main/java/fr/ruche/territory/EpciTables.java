package fr.ruche.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code epci} and {@code sector}. */
@Component
class EpciTables {

    private static final String EPCI =
            "select siren, name, kind, population, sector, territorial_jury, difficulty, successor, version"
                    + " from epci ";

    private final JdbcClient sql;

    EpciTables(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Epci> find(String siren) {
        return sql.sql(EPCI + "where siren = ?")
                .param(siren)
                .query(EpciTables::epci)
                .optional();
    }

    List<Epci> all() {
        return sql.sql(EPCI + "where successor is null order by name")
                .query(EpciTables::epci)
                .list();
    }

    List<Epci> former() {
        return sql.sql(EPCI + "where successor is not null order by name")
                .query(EpciTables::epci)
                .list();
    }

    List<Sector> sectors() {
        return sql.sql("select code, name from sector order by name")
                .query((row, number) -> new Sector(row.getString("code"), row.getString("name")))
                .list();
    }

    /**
     * Whether nobody had changed it since {@code seen}; the trace that the database keeps is signed by this account, if
     * any.
     */
    boolean change(
            String siren,
            int seen,
            String sector,
            boolean territorialJury,
            @Nullable Integer difficulty,
            @Nullable String by) {
        sql.sql("select set_config('ruche.actor', coalesce(?, ''), true)")
                .param(by)
                .query(String.class)
                .single();
        return sql.sql("""
                        update epci set sector = ?, territorial_jury = ?, difficulty = ?, version = version + 1
                        where siren = ? and version = ?""")
                        .params(sector, territorialJury, difficulty, siren, seen)
                        .update()
                == 1;
    }

    private static Epci epci(ResultSet row, int number) throws SQLException {
        var population = row.getInt("population");
        return new Epci(
                row.getString("siren"),
                row.getString("name"),
                row.getString("kind"),
                row.wasNull() ? null : population,
                row.getString("sector"),
                row.getBoolean("territorial_jury"),
                row.getObject("difficulty", Integer.class),
                row.getString("successor"),
                row.getInt("version"));
    }
}
