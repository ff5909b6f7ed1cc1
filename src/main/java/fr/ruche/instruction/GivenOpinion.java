package fr.ruche.instruction;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "instruction_opinion")
class GivenOpinion {

    @Id
    private UUID id;

    private String dossier;
    private boolean favourable;

    @Nullable private Boolean uncoveredNeed;

    @Nullable private String note;

    private String givenBy;
    private String givenByName;
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    GivenOpinion() {}

    GivenOpinion(DossierNumber dossier, InstructionOpinion opinion, Actor by) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.favourable = opinion.favourable();
        this.uncoveredNeed = opinion.uncoveredNeed();
        this.note = opinion.note();
        this.givenBy = by.username();
        this.givenByName = opinion.by();
        this.givenAt = opinion.at();
    }

    InstructionOpinion toOpinion() {
        return new InstructionOpinion(favourable, uncoveredNeed, note, givenByName, givenAt);
    }
}
