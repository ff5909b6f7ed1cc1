package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.workflow.TaskBarrier;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From which dossiers somebody is kept by a conflict of interest: the view {@code kept_away}, which knows what was
 * declared and what follows from the seats and the roles that people hold.
 */
@Component
class KeptAway implements TaskBarrier {

    private final JdbcClient sql;

    KeptAway(JdbcClient sql) {
        this.sql = sql;
    }

    /** Their numbers; none for whoever is a porteur only. */
    Set<String> from(Actor actor) {
        return actor.isOfficer() ? of(actor.username()) : Set.of();
    }

    boolean is(Actor actor, DossierNumber dossier) {
        return actor.isOfficer()
                && sql.sql("select exists (select 1 from kept_away where dossier = ? and username = ?)")
                        .params(dossier.value(), actor.username())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Set<String> keptFrom(String businessKey) {
        return Set.copyOf(sql.sql("select distinct username from kept_away where dossier = ? and username is not null")
                .param(businessKey)
                .query(String.class)
                .list());
    }

    Set<String> of(String username) {
        List<String> numbers = sql.sql("select distinct dossier from kept_away where username = ?")
                .param(username)
                .query(String.class)
                .list();
        return Set.copyOf(numbers);
    }
}
