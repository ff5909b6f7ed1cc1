package fr.ruche.startup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** An external database that does not answer, does not know us or does not exist. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        if (state.startsWith("08")) {
            return failure(
                    "La base de données ne répond pas",
                    "SPRING_DATASOURCE_URL, et que PostgreSQL est démarré",
                    refused);
        }
        if (state.startsWith("28")) {
            return failure(
                    "La base de données refuse notre compte",
                    "SPRING_DATASOURCE_USERNAME et SPRING_DATASOURCE_PASSWORD",
                    refused);
        }
        if (state.equals("3D000")) {
            return failure(
                    "La base de données demandée n’existe pas",
                    "SPRING_DATASOURCE_URL, ou créez-la (createdb)",
                    refused);
        }
        return null;
    }

    private static FailureAnalysis failure(String problem, String check, SQLException cause) {
        return new FailureAnalysis(problem + " (" + firstLine(cause) + ").", "Vérifiez " + check + ".", cause);
    }

    private static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
