package fr.ruche.instruction;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "completeness_check")
class CheckedCompleteness {

    @Id
    private UUID id;

    private String dossier;

    @Enumerated(EnumType.STRING)
    private CompletenessVerdict verdict;

    @Nullable private String reason;

    private String missingDocuments;
    private boolean overridden;
    private String checkedBy;
    private String checkedByName;
    private Instant checkedAt;

    @SuppressWarnings("NullAway.Init")
    CheckedCompleteness() {}

    CheckedCompleteness(DossierNumber dossier, CompletenessCheck check, Actor by) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.verdict = check.verdict();
        this.reason = check.reason();
        this.missingDocuments = String.join("\n", check.missing());
        this.overridden = check.overridden();
        this.checkedBy = by.username();
        this.checkedByName = check.by();
        this.checkedAt = check.at();
    }

    CompletenessCheck toCheck() {
        var missing = missingDocuments.lines().toList();
        return new CompletenessCheck(verdict, reason, List.copyOf(missing), overridden, checkedByName, checkedAt);
    }
}
