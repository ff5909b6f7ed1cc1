package fr.ruche.deliberation;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.JuryAnswer;
import fr.ruche.jury.JuryOutcome;
import fr.ruche.jury.OutcomeProposal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the validated scenario of a session puts into the forms of its outcomes. */
@Component
class ProposedOutcomes implements OutcomeProposal {

    private final ScenarioTables tables;

    ProposedOutcomes(ScenarioTables tables) {
        this.tables = tables;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Proposed> on(UUID session, DossierNumber dossier) {
        return tables.proposal(session, dossier.value()).map(ProposedOutcomes::proposed);
    }

    private static Proposed proposed(Proposal proposal) {
        var outcome = outcome(proposal.standing());
        var told = Sentences.of(
                "deliberation.proposed",
                proposal.scenario(),
                proposal.place(),
                proposal.standing().label());
        return new Proposed(
                told,
                outcome == null
                        ? null
                        : new JuryAnswer(outcome, proposal.operating(), proposal.investment(), proposal.reason()));
    }

    /** A dossier of the reserve list has no outcome yet: the jury says it once it knows what comes back. */
    private static @Nullable JuryOutcome outcome(Standing standing) {
        return switch (standing) {
            case RETENU -> JuryOutcome.FAVORABLE;
            case RETENU_PARTIEL -> JuryOutcome.FAVORABLE_PARTIEL;
            case AJOURNE -> JuryOutcome.AJOURNE;
            case RENVOI_JURY_REGIONAL -> JuryOutcome.RENVOI_JURY_REGIONAL;
            case DEFAVORABLE -> JuryOutcome.DEFAVORABLE;
            case LISTE_COMPLEMENTAIRE -> null;
        };
    }
}
