package fr.ruche.conformity;

import fr.ruche.dossier.DossierCase;
import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the history of answers; only its hold on a rank ever changes. */
@Entity
class ConformityOpinion {

    @Id
    private UUID id;

    private String dossier;
    private String call;
    private String territory;
    private String measure;

    @Enumerated(EnumType.STRING)
    private ConformityVerdict verdict;

    @Nullable private String reason;

    @Nullable private Integer priorityRank;

    @Nullable private Integer heldRank;

    private String givenBy;
    private String givenByName;

    @Nullable private String inPlaceOf;

    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    ConformityOpinion() {}

    ConformityOpinion(
            DossierCase dossier, String territory, ConformityAnswer answer, Actor by, boolean byRegion, Instant at) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.number().value();
        this.call = dossier.call();
        this.territory = territory;
        this.measure = dossier.measure();
        this.verdict = answer.verdict();
        this.reason = answer.reason();
        this.priorityRank = answer.priorityRank();
        this.heldRank = answer.priorityRank();
        this.givenBy = by.username();
        this.givenByName = by.signature();
        this.inPlaceOf = byRegion ? territory : null;
        this.givenAt = at;
    }

    void freeRank() {
        heldRank = null;
    }

    @Nullable Integer heldRank() {
        return heldRank;
    }

    Opinion toOpinion() {
        return new Opinion(verdict, reason, priorityRank, givenByName, inPlaceOf, givenAt);
    }
}
