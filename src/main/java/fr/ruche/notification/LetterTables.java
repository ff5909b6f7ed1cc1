package fr.ruche.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of the texts of the letters, those of a programme apart from those of all (null); none is ever changed.
 */
@Component
class LetterTables {

    private final JdbcClient database;

    LetterTables(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> last(@Nullable String programme, Letter letter) {
        return all(programme, letter).stream().findFirst();
    }

    /** The latest first. */
    List<Row> all(@Nullable String programme, Letter letter) {
        var asked = programme == null
                ? database.sql("select *, false as stated from letter_template where letter = ? order by version desc")
                        .param(letter.name())
                : database.sql(
                                "select * from programme_letter where programme = ? and letter = ? order by version desc")
                        .params(programme, letter.name());
        return asked.query(LetterTables::row).list();
    }

    /** @return false when this version is there already */
    boolean append(@Nullable String programme, Letter letter, Row row) {
        var told = programme == null
                ? database.sql("insert into letter_template (letter, version, subject, body, changed_by, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(letter.name(), row.version(), row.subject(), row.body(), row.changedBy(), at(row))
                : database.sql("insert into programme_letter (programme, letter, version, subject, body, stated,"
                                + " changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                programme,
                                letter.name(),
                                row.version(),
                                row.subject(),
                                row.body(),
                                row.stated(),
                                row.changedBy(),
                                at(row));
        return told.update() == 1;
    }

    private static Timestamp at(Row row) {
        return Timestamp.from(row.changedAt());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("version"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("stated"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    /**
     * @param subject null, as the body, for the text that holds without any
     * @param stated whether the bundle of the programme says so, rather than a manager
     */
    record Row(
            int version,
            @Nullable String subject,
            @Nullable String body,
            boolean stated,
            String changedBy,
            Instant changedAt) {

        Row(int version, @Nullable LetterText text, boolean stated, String changedBy, Instant changedAt) {
            this(
                    version,
                    text == null ? null : text.subject(),
                    text == null ? null : text.body(),
                    stated,
                    changedBy,
                    changedAt);
        }

        @Nullable LetterText text() {
            return subject == null || body == null ? null : new LetterText(subject, body);
        }
    }
}
