package fr.ruche.conformity;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.programme.Calls;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an answer must hold: a reason, and a rank that nobody else has. */
@Component
class ConformityRules {

    private final Calls calls;
    private final ConformityOpinions opinions;

    ConformityRules(Calls calls, ConformityOpinions opinions) {
        this.calls = calls;
        this.opinions = opinions;
    }

    boolean rankRequired(DossierCase dossier) {
        return calls.at(dossier.call(), dossier.callVersion())
                .measure(dossier.measure())
                .priorityRankRequired();
    }

    void check(DossierCase dossier, String territory, ConformityAnswer answer) {
        var faults = new ArrayList<Fault>();
        checkReason(answer, faults);
        checkRank(dossier, territory, answer, faults);
        Rejected.ifAny(faults);
    }

    private static void checkReason(ConformityAnswer answer, List<Fault> faults) {
        if (answer.verdict() != ConformityVerdict.CONFORM && answer.reason() == null) {
            faults.add(new Fault(
                    "conformityReason",
                    "REQUIRED",
                    Sentences.of("conformity.reason.required", answer.verdict().label())));
        }
    }

    private void checkRank(DossierCase dossier, String territory, ConformityAnswer answer, List<Fault> faults) {
        var rank = answer.priorityRank();
        if (rank == null) {
            if (answer.verdict().favourable() && rankRequired(dossier)) {
                faults.add(rankFault("REQUIRED", Sentences.of("conformity.rank.required")));
            }
        } else if (rank < 1) {
            faults.add(rankFault("RANGE", Sentences.of("conformity.rank.wrong")));
        } else if (taken(dossier, territory, rank)) {
            faults.add(rankTaken(rank));
        }
    }

    private boolean taken(DossierCase dossier, String territory, Integer rank) {
        return opinions.existsByCallAndTerritoryAndMeasureAndHeldRankAndDossierNot(
                dossier.call(),
                territory,
                dossier.measure(),
                rank,
                dossier.number().value());
    }

    static Fault rankTaken(Integer rank) {
        return rankFault("UNIQUE", Sentences.of("conformity.rank.taken", rank.toString()));
    }

    private static Fault rankFault(String rule, String message) {
        return new Fault("priorityRank", rule, message);
    }
}
