package fr.ruche.jury;

import fr.ruche.dossier.DossierNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a deliberation proposes for a dossier: the form of its outcome shows it, whoever records may say otherwise. */
public interface OutcomeProposal {

    /** Empty when the jury of that session validated nothing. */
    Optional<Proposed> on(UUID session, DossierNumber dossier);

    /**
     * @param told where it comes from, in French
     * @param place in the ranking, from 1
     * @param answer null when there is no outcome to propose
     */
    record Proposed(String told, int place, @Nullable JuryAnswer answer) {}
}
