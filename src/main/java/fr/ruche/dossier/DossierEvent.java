package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the timeline. */
@Entity
class DossierEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable private Long id;

    private String dossier;
    private Instant at;
    private String kind;
    private String text;

    @Nullable private String author;

    @Nullable private String authorName;

    @Nullable private String onBehalfOf;

    @Nullable private String onBehalfName;

    @SuppressWarnings("NullAway.Init")
    DossierEvent() {}

    DossierEvent(DossierNumber dossier, Instant at, String kind, String text, @Nullable Actor author) {
        this.dossier = dossier.value();
        this.at = at;
        this.kind = kind;
        this.text = text;
        this.author = author == null ? null : author.username();
        this.authorName = author == null ? null : author.displayName();
        var absent = author == null ? null : author.onBehalf();
        this.onBehalfOf = absent == null ? null : absent.username();
        this.onBehalfName = absent == null ? null : absent.displayName();
    }

    TimelineEntry toEntry() {
        return new TimelineEntry(at, kind, text, author, authorName == null ? "Ruche" : authorName, onBehalfName);
    }
}
