package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a dossier, line by line. */
@Component
class Timeline {

    private final EntityManager database;
    private final Actors actors;
    private final Clock clock;

    Timeline(EntityManager database, Actors actors, Clock clock) {
        this.database = database;
        this.actors = actors;
        this.clock = clock;
    }

    /** Signed by who is acting now, by Ruche when nobody is. */
    void add(DossierNumber number, String kind, String text) {
        add(number, kind, text, actors.current().orElse(null));
    }

    /** Signed by Ruche, whoever has set it going. */
    void addByRuche(DossierNumber number, String kind, String text) {
        add(number, kind, text, null);
    }

    void add(DossierNumber number, String kind, String text, @Nullable Actor author) {
        database.persist(new DossierEvent(number, clock.instant(), kind, text, author));
    }

    List<TimelineEntry> of(DossierNumber number) {
        return database.createQuery(
                        "select e from DossierEvent e where e.dossier = :dossier order by e.id", DossierEvent.class)
                .setParameter("dossier", number.value())
                .getResultStream()
                .map(DossierEvent::toEntry)
                .toList();
    }
}
