package fr.ruche.funding.process;

import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.Decision;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.workflow.ProcessAction;
import java.util.Date;

/** The timer of the reserve list: the porteur was told its last day, so that it does not follow the call. */
@ProcessAction
class ReserveDeadlines {

    private final FundingDecisions decisions;

    ReserveDeadlines(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    public Date end(String dossier) {
        return Date.from(ParisTime.endOf(decisions
                .latest(new DossierNumber(dossier))
                .map(Decision::reserveUntil)
                .orElseThrow()));
    }
}
