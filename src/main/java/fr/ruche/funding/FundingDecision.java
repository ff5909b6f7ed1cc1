package fr.ruche.funding;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the history of decisions; never changes. */
@Entity
class FundingDecision {

    @Id
    private UUID id;

    private String dossier;

    @Enumerated(EnumType.STRING)
    private DecisionOutcome outcome;

    private String deliberationNumber;
    private LocalDate deliberationDate;

    @Nullable private String reason;

    private String failingRules;
    private BigDecimal operating;
    private BigDecimal investment;

    @Nullable private Integer reserveRank;

    @Nullable private LocalDate reserveUntil;

    private String decidedBy;
    private String decidedByName;
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    FundingDecision() {}

    FundingDecision(DossierNumber dossier, Decision decision, Actor by) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.outcome = decision.outcome();
        this.deliberationNumber = decision.deliberationNumber();
        this.deliberationDate = decision.deliberationDate();
        this.reason = decision.reason();
        this.failingRules = String.join("\n", decision.failingRules());
        this.operating = decision.operating();
        this.investment = decision.investment();
        this.reserveRank = decision.reserveRank();
        this.reserveUntil = decision.reserveUntil();
        this.decidedBy = by.username();
        this.decidedByName = decision.by();
        this.decidedAt = decision.at();
    }

    Decision toDecision() {
        return new Decision(
                outcome,
                deliberationNumber,
                deliberationDate,
                reason,
                failingRules.lines().toList(),
                operating,
                investment,
                reserveRank,
                reserveUntil,
                decidedByName,
                decidedAt);
    }
}
