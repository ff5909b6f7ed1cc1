package fr.ruche.funding;

import fr.ruche.review.Subject;
import fr.ruche.workflow.ModelWords;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where porteurs accept their grants, and what tells a dossier that money came back. */
@Component
class FundingWords implements ModelWords {

    @Override
    public List<PageStep> pageSteps() {
        return List.of(new PageStep(GrantAnswers.STEP, Set.of(GrantAnswers.GRANT_ACCEPTED)));
    }

    @Override
    public List<SentMessage> messages() {
        return List.of(new SentMessage("placeFreed", Subject.DOSSIER, false, Set.of()));
    }
}
