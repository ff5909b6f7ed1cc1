package fr.ruche.audit;

import fr.ruche.common.Deed;
import fr.ruche.identity.Actors;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what left no trace of its own, signed by who is acting now, by Ruche when nobody is. */
@Component
class Deeds {

    private final JdbcClient sql;
    private final Actors actors;
    private final Clock clock;

    Deeds(JdbcClient sql, Actors actors, Clock clock) {
        this.sql = sql;
        this.actors = actors;
        this.clock = clock;
    }

    /** In the transaction of what was done; in one of its own where there is none. */
    @EventListener
    @Transactional
    void keep(Deed deed) {
        var actor = actors.current().orElse(null);
        var absent = actor == null ? null : actor.onBehalf();
        sql.sql(
                        "insert into audit_fact (domain, subject, action, told, author, author_name, on_behalf_of, on_behalf_name,"
                                + " at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        deed.domain().name(),
                        deed.subject(),
                        deed.action(),
                        deed.told(),
                        actor == null ? null : actor.username(),
                        actor == null ? null : actor.displayName(),
                        absent == null ? null : absent.username(),
                        absent == null ? null : absent.displayName(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
