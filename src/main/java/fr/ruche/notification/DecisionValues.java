package fr.ruche.notification;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.funding.Decision;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the letters of a decision may name. */
@Component
class DecisionValues {

    private final FundingDecisions decisions;
    private final GrantAnswers answers;
    private final Calls calls;

    DecisionValues(FundingDecisions decisions, GrantAnswers answers, Calls calls) {
        this.decisions = decisions;
        this.answers = answers;
        this.calls = calls;
    }

    /** Empty as long as nothing is decided. */
    Map<String, String> last(DossierCase dossier) {
        return decisions
                .latest(dossier.number())
                .map(decision -> of(dossier, decision))
                .orElse(Map.of());
    }

    Map<String, String> of(DossierCase dossier, Decision decision) {
        var values = new HashMap<String, String>();
        values.put("deliberation", decision.deliberationNumber());
        values.put("decidedOn", FrenchDay.format(decision.deliberationDate()));
        values.put("operating", LetterValues.amount(decision.operating()));
        values.put("investment", LetterValues.amount(decision.investment()));
        values.put("total", LetterValues.amount(decision.operating().add(decision.investment())));
        values.put("reason", LetterValues.text(decision.reason()));
        values.put("reserveUntil", decision.reserveUntil() == null ? "" : FrenchDay.format(decision.reserveUntil()));
        var rank = decision.reserveRank();
        values.put("rank", rank == null ? "" : Sentences.of("letter.rank", rank));
        values.put("acceptance", acceptance(dossier));
        values.put("convention", convention(dossier, decision));
        return values;
    }

    private String acceptance(DossierCase dossier) {
        return answers.awaited(dossier.number())
                ? Sentences.of(
                        "letter.acceptance",
                        calls.at(dossier.call(), dossier.callVersion())
                                .parameters()
                                .delays()
                                .acceptanceDays())
                : "";
    }

    /** A private body signs a convention above the threshold (CONV-01, loi 2000-321 art. 10). */
    private String convention(DossierCase dossier, Decision decision) {
        var threshold = calls.current(dossier.call()).parameters().choices().conventionThreshold();
        var holder = dossier.fiche().holder();
        var privateBody =
                holder != null && (holder.kind() == HolderKind.ASSOCIATION || holder.kind() == HolderKind.AUTRE);
        var above = decision.operating().add(decision.investment()).compareTo(threshold) > 0;
        return privateBody && above ? Sentences.of("letter.convention", LetterValues.amount(threshold)) : "";
    }
}
