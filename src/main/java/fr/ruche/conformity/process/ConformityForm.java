package fr.ruche.conformity.process;

import fr.ruche.common.Rejected;
import fr.ruche.conformity.ConformityAnswer;
import fr.ruche.conformity.ConformityChecks;
import fr.ruche.conformity.ConformityVerdict;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form « Contrôle de conformité », shown to the intercommunality and, when it stays silent, to the Region. */
@Component
class ConformityForm {

    static final ProcessVariable<String> CONFORMITY_VERDICT = ProcessVariable.code("conformityVerdict");

    private final ConformityChecks checks;
    private final DossierFacts facts;
    private final Actors actors;

    ConformityForm(ConformityChecks checks, DossierFacts facts, Actors actors) {
        this.checks = checks;
        this.facts = facts;
        this.actors = actors;
    }

    Map<String, Object> prefill(DossierNumber number) {
        var shown = facts.of(number);
        shown.put("priorityRankRequired", checks.rankRequired(number));
        shown.put("conformityHistory", checks.summary(number));
        return shown;
    }

    Map<ProcessVariable<?>, Object> answer(DossierNumber number, Answer answer, String actor, boolean byRegion) {
        var verdict = answer.choice("conformityVerdict", ConformityVerdict.class)
                .orElseThrow(
                        () -> Rejected.because("conformityVerdict", "REQUIRED", "Choisissez un avis de conformité."));
        var given = new ConformityAnswer(
                verdict,
                answer.text("conformityReason").orElse(null),
                verdict.favourable() ? answer.whole("priorityRank").orElse(null) : null);
        checks.give(number, given, actors.find(actor).orElseThrow(), byRegion);
        return Map.of(CONFORMITY_VERDICT, verdict.name());
    }
}
