package fr.ruche.territory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code epci_contour} and {@code contour_import}. */
@Component
class ContourTables {

    private final JdbcClient sql;
    private final Clock clock;

    ContourTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<ContourImport> latest() {
        return sql.sql("select source, property, contours, imported_by, imported_at from contour_import"
                        + " order by id desc limit 1")
                .query((row, at) -> new ContourImport(
                        row.getString("source"),
                        row.getString("property"),
                        row.getInt("contours"),
                        row.getString("imported_by"),
                        row.getTimestamp("imported_at").toInstant()))
                .optional();
    }

    Set<String> drawn() {
        return Set.copyOf(
                sql.sql("select epci from epci_contour").query(String.class).list());
    }

    String geoJson() {
        return sql.sql("""
                        select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
                            json_build_object('type', 'Feature', 'properties',
                                json_build_object('epci', e.siren, 'name', e.name), 'geometry', c.geometry)
                            order by e.siren), '[]'))::text
                        from epci_contour c join epci e on e.siren = c.epci""").query(String.class).single();
    }

    /** @param outlines by SIREN */
    void replace(Map<String, ContourFile.Outline> outlines, String source, String property, String sha256, String by) {
        sql.sql("lock table epci_contour in share row exclusive mode").update(); // one import after the other
        sql.sql("delete from epci_contour").update();
        outlines.forEach(
                (siren, outline) -> sql.sql("insert into epci_contour (epci, geometry) values (?, cast(? as jsonb))")
                        .params(siren, outline.geometry().toString())
                        .update());
        sql.sql("insert into contour_import (source, property, contours, sha256, imported_by, imported_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(source, property, outlines.size(), sha256, by, Timestamp.from(clock.instant()))
                .update();
    }
}
