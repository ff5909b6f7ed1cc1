package fr.ruche.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a line of a list from a row of the database. */
final class DossierLines {

    /** The columns that {@link #read} wants, of {@code dossier d}. */
    static final String COLUMNS = """
            d.number, d.call, d.status, d.title, d.measure, d.holder, d.organisation, d.siret, d.rna, d.commune,
            d.territory, d.sector, d.jury, d.step, d.step_label, d.clock, d.due_at, d.suspended_at, d.fiche_received_at,
            d.dossier_received_at, d.total_cost, d.requested_operating, d.requested_investment, d.granted_operating,
            d.granted_investment, d.failed_rules, d.number_order""";

    private DossierLines() {}

    /** With its place in a list of this order; the row then has {@code sort_key} too. */
    static DossierSummary read(ResultSet row, DossierSort sort) throws SQLException {
        return read(row, new DossierCursor(sort, row.getString("sort_key"), row.getString("number_order")).text());
    }

    static DossierSummary read(ResultSet row, @Nullable String cursor) throws SQLException {
        return new DossierSummary(
                row.getString("number"),
                row.getString("call"),
                DossierStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("measure"),
                row.getString("holder"),
                row.getString("organisation"),
                row.getString("siret"),
                row.getString("rna"),
                row.getString("commune"),
                row.getString("territory"),
                row.getString("sector"),
                row.getString("jury"),
                row.getString("step"),
                row.getString("step_label"),
                row.getString("clock"),
                instant(row, "due_at"),
                instant(row, "suspended_at"),
                instant(row, "fiche_received_at"),
                instant(row, "dossier_received_at"),
                row.getBigDecimal("total_cost"),
                row.getBigDecimal("requested_operating"),
                row.getBigDecimal("requested_investment"),
                row.getBigDecimal("granted_operating"),
                row.getBigDecimal("granted_investment"),
                List.of((String[]) row.getArray("failed_rules").getArray()),
                cursor);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
