package fr.ruche.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How hard the situation of each territory is, for a call: the points that the call publishes with its grid, else those
 * that are set for the intercommunality (001 l.45, l.64). The view {@code territory_difficulty} says so, for lists too.
 */
@Component
public class Difficulties {

    private final JdbcClient sql;

    Difficulties(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every number of points that some territory has for some call, the fewest first. */
    public List<Integer> known() {
        return sql.sql("select distinct difficulty from territory_difficulty where difficulty is not null order by 1")
                .query(Integer.class)
                .list();
    }

    /** Points by SIREN; a territory of which nobody has said anything is not among them. */
    public Map<String, Integer> of(String call) {
        var points = new HashMap<String, Integer>();
        sql.sql("select epci, difficulty from territory_difficulty where call = ? and difficulty is not null")
                .param(call)
                .query(row -> {
                    points.put(row.getString("epci"), row.getInt("difficulty"));
                });
        return points;
    }
}
