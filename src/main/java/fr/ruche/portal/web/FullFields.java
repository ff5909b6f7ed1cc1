package fr.ruche.portal.web;

import fr.ruche.dossier.FullDossier;
import fr.ruche.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The full dossier as the fields of its page; a field has the name that the API and the faults give it. */
@Component
class FullFields {

    private final BudgetFields budget;

    FullFields(BudgetFields budget) {
        this.budget = budget;
    }

    /** A dossier that was never kept starts with the usual lines of a budget. */
    Typed write(@Nullable FullDossier full) {
        var typed = Typed.empty();
        if (full == null) {
            budget.propose(typed);
            return typed;
        }
        typed.put("objectives", full.objectives())
                .put("description", full.description())
                .put("beneficiaries", full.beneficiaries())
                .put("residentsInvolvement", full.residentsInvolvement())
                .put("partners", full.partners())
                .put("governance", full.governance())
                .put("evaluation", full.evaluation())
                .put("diagnosis", full.diagnosis())
                .put("uncoveredNeed", full.uncoveredNeed())
                .put("minimumUseful", full.minimumUseful())
                .put("alreadyAwardedThisYear", full.alreadyAwardedThisYear())
                .put("iban", full.iban())
                .put("engagement", full.engagement() ? "true" : null);
        budget.write(typed, full.budget());
        return typed;
    }

    /** @throws fr.ruche.common.Rejected naming each field that cannot be read; an empty field is no fault here */
    FullDossier read(Typed typed) {
        var full = new FullDossier(
                typed.text("objectives"),
                typed.text("description"),
                typed.text("beneficiaries"),
                typed.text("residentsInvolvement"),
                typed.text("partners"),
                typed.text("governance"),
                typed.text("evaluation"),
                typed.text("diagnosis"),
                typed.text("uncoveredNeed"),
                typed.euros("minimumUseful"),
                typed.euros("alreadyAwardedThisYear"),
                typed.text("iban"),
                typed.ticked("engagement"),
                budget.read(typed));
        typed.ifWrong();
        return full;
    }
}
