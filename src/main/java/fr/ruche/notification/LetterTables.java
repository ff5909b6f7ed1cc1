package fr.ruche.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the texts of the letters; none is ever changed. */
@Component
class LetterTables {

    private final JdbcClient database;

    LetterTables(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> last(Letter letter) {
        return all(letter).stream().findFirst();
    }

    /** The latest first. */
    List<Row> all(Letter letter) {
        return database.sql("select version, subject, body, changed_by, changed_at from letter_template"
                        + " where letter = ? order by version desc")
                .param(letter.name())
                .query((row, at) -> new Row(
                        row.getInt("version"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** @return false when this version is there already */
    boolean append(Letter letter, Row row) {
        return database.sql("insert into letter_template (letter, version, subject, body, changed_by, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                letter.name(),
                                row.version(),
                                row.subject(),
                                row.body(),
                                row.changedBy(),
                                java.sql.Timestamp.from(row.changedAt()))
                        .update()
                == 1;
    }

    /** @param subject null, as the body, for the shipped text */
    record Row(
            int version, @Nullable String subject, @Nullable String body, String changedBy, Instant changedAt) {}
}
