package fr.ruche.listing;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who took which dossiers away in a file, and when: written before the first row leaves. */
@Component
@Transactional
public class ExportTraces {

    private static final int MOST_SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    ExportTraces(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    UUID begin(Actor by, Listing listing, List<DossierColumn> columns, ExportFormat format) {
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into dossier_export (id, account, account_name, format, filters, columns, started_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        by.username(),
                        by.displayName(),
                        format.name(),
                        listing.query(),
                        columns.stream().map(Enum::name).collect(Collectors.joining(",")),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void end(UUID id, long rows, boolean complete) {
        sql.sql("update dossier_export set rows = ?, complete = ? where id = ?")
                .params(rows, complete, id)
                .update();
    }

    /** The latest first, for managers. @throws Forbidden for anybody else */
    public List<ExportTrace> latest(Actor reader) {
        if (!reader.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("export.forbidden"));
        }
        return sql.sql("select * from dossier_export order by started_at desc, id limit ?")
                .param(MOST_SHOWN)
                .query(ExportTraces::trace)
                .list();
    }

    private static ExportTrace trace(ResultSet row, int number) throws SQLException {
        return new ExportTrace(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("account_name"),
                ExportFormat.valueOf(row.getString("format")),
                row.getString("filters"),
                row.getString("columns"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("rows", Long.class),
                row.getBoolean("complete"));
    }
}
