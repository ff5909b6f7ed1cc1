package fr.ruche.packaged;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where in its transaction a request is held, and the statement with which it waits there. */
enum Moment {
    /** The database shows the beginning of a statement only, and the columns of a dossier already fill it. */
    AT_ITS_FIRST_WRITE("(from|into|update) dossier|^select d\\d_0\\.number,"),
    AMONG_THE_WRITES_OF_THE_ENGINE("act_ru_task"),
    AT_ITS_LETTER("into notification"),
    AT_ITS_MINUTES("into jury_minutes"),
    /** The database has been told to commit, the one who asked has no answer yet. */
    IN_ITS_COMMIT("^commit");

    private final Pattern statement;

    Moment(String statement) {
        this.statement = Pattern.compile(statement);
    }

    boolean explains(String waiting) {
        return statement.matcher(waiting.toLowerCase(Locale.ROOT)).find();
    }
}
