package fr.ruche.jury;

import fr.ruche.common.Euros;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A dossier on an agenda. Marks, recusals and ranks will hang here. */
@Entity
@Table(name = "jury_agenda_item")
class ScheduledDossier {

    @Id
    private UUID id;

    private UUID session;
    private String dossier;
    private int position;
    private String addedBy;
    private Instant addedAt;

    @Nullable @Enumerated(EnumType.STRING)
    private JuryOutcome outcome;

    private BigDecimal operating;
    private BigDecimal investment;

    @Nullable private String reason;

    @Nullable private String outcomeBy;

    @Nullable private String outcomeByName;

    @Nullable private Instant outcomeAt;

    @Nullable private Integer votesFor;

    @Nullable private Integer votesAgainst;

    @Nullable private Integer votesAbstained;

    @Nullable private String dissent;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Quorum> quorum;

    @Nullable private Integer place;

    @Nullable private String removalMotive;

    @Nullable private String removedBy;

    @Nullable private Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    ScheduledDossier() {}

    ScheduledDossier(UUID session, DossierNumber dossier, int position, String addedBy, Instant addedAt) {
        this.id = UUID.randomUUID();
        this.session = session;
        this.dossier = dossier.value();
        this.position = position;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
        this.operating = Euros.ZERO;
        this.investment = Euros.ZERO;
        this.quorum = List.of();
    }

    UUID session() {
        return session;
    }

    @Nullable Integer place() {
        return place;
    }

    DossierNumber dossier() {
        return new DossierNumber(dossier);
    }

    /** @param rank of the dossier in the ranking of its session, null where nothing was ranked */
    void record(JuryAnswer answer, List<Quorum> found, @Nullable Integer rank, Actor by, Instant at) {
        place = rank;
        quorum = List.copyOf(found);
        outcome = answer.outcome();
        operating = answer.operating() == null ? Euros.ZERO : answer.operating();
        investment = answer.investment() == null ? Euros.ZERO : answer.investment();
        reason = answer.reason();
        var vote = answer.vote();
        votesFor = vote == null ? null : vote.inFavour();
        votesAgainst = vote == null ? null : vote.against();
        votesAbstained = vote == null ? null : vote.abstained();
        dissent = vote == null ? null : vote.dissent();
        outcomeBy = by.username();
        outcomeByName = by.signature();
        outcomeAt = at;
    }

    void remove(String motive, String by, Instant at) {
        removalMotive = motive;
        removedBy = by;
        removedAt = at;
    }

    AgendaItem toItem() {
        return new AgendaItem(
                dossier(),
                position,
                outcome,
                operating,
                investment,
                reason,
                outcomeByName,
                outcomeAt,
                removalMotive,
                List.of(),
                false,
                vote(),
                quorum);
    }

    private @Nullable Vote vote() {
        return votesFor == null || votesAgainst == null || votesAbstained == null
                ? null
                : new Vote(votesFor, votesAgainst, votesAbstained, dissent);
    }
}
