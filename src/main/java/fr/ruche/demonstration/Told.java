package fr.ruche.demonstration;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demonstration has already made. */
@Component
class Told {

    private final JdbcTemplate sql;

    Told(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Transactional
    public void once(String part, Runnable telling) {
        var first = sql.update("insert into demonstration_part (part) values (?) on conflict do nothing", part) == 1;
        if (first) {
            telling.run();
        }
    }
}
