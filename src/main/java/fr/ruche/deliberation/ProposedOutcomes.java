package fr.ruche.deliberation;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.jury.JuryAnswer;
import fr.ruche.jury.JuryOutcome;
import fr.ruche.jury.OutcomeProposal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the validated scenario of a session puts into the forms of its outcomes. */
@Component
class ProposedOutcomes implements OutcomeProposal {

    private final ScenarioTables tables;
    private final Dossiers dossiers;

    ProposedOutcomes(ScenarioTables tables, Dossiers dossiers) {
        this.dossiers = dossiers;
        this.tables = tables;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Proposed> on(UUID session, DossierNumber dossier) {
        return tables.proposal(session, dossier.value()).map(this::proposed);
    }

    private Proposed proposed(Proposal proposal) {
        var told = Sentences.of(
                "deliberation.proposed",
                proposal.scenario(),
                proposal.place(),
                proposal.standing().label());
        return new Proposed(told, proposal.place(), answer(proposal));
    }

    /** On the reserve list stands what is asked for: nothing of the envelope is proposed for it yet. */
    private JuryAnswer answer(Proposal proposal) {
        var outcome = outcome(proposal.standing());
        if (outcome != JuryOutcome.LISTE_COMPLEMENTAIRE) {
            return new JuryAnswer(outcome, proposal.operating(), proposal.investment(), proposal.reason());
        }
        var dossier = dossiers.get(new DossierNumber(proposal.dossier()));
        return new JuryAnswer(outcome, dossier.requestedOperating(), dossier.requestedInvestment(), proposal.reason());
    }

    private static JuryOutcome outcome(Standing standing) {
        return switch (standing) {
            case RETENU -> JuryOutcome.FAVORABLE;
            case RETENU_PARTIEL -> JuryOutcome.FAVORABLE_PARTIEL;
            case AJOURNE -> JuryOutcome.AJOURNE;
            case RENVOI_JURY_REGIONAL -> JuryOutcome.RENVOI_JURY_REGIONAL;
            case DEFAVORABLE -> JuryOutcome.DEFAVORABLE;
            case LISTE_COMPLEMENTAIRE -> JuryOutcome.LISTE_COMPLEMENTAIRE;
        };
    }
}
