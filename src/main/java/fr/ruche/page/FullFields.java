package fr.ruche.page;

import fr.ruche.dossier.FullDossier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The full dossier as the fields of its page; a field has the name that the API and the faults give it. */
@Component
public class FullFields {

    private static final List<String> STATUSES = List.of("DEMANDE", "ACQUIS", "VOTE");

    private final BudgetFields budget;
    private final Texts texts;

    FullFields(BudgetFields budget, Texts texts) {
        this.budget = budget;
        this.texts = texts;
    }

    /** The tables of the budget and what the form lets choose from: {@code groups}, {@code statuses}. */
    public void addBudget(Typed typed, boolean investment, Model model) {
        model.addAttribute("groups", budget.groups(typed, investment));
        model.addAttribute(
                "statuses",
                STATUSES.stream()
                        .map(status -> new Choice(status, texts.of("funding." + status)))
                        .toList());
    }

    /**
     * Adds or removes a line of the budget, as a button of the form asks without JavaScript.
     *
     * @param action {@code add:} with a group, or {@code remove:} with a line
     * @return whether the action was one of these
     */
    public boolean change(Typed typed, String action) {
        if (action.startsWith("add:")) {
            budget.addBlank(typed, action.substring("add:".length()));
        } else if (action.startsWith("remove:")) {
            typed.removeAt("line.", Integer.parseInt(action.replaceAll("\\D", "0")));
        } else {
            return false;
        }
        return true;
    }

    /** A dossier that was never kept starts with the usual lines of a budget. */
    public Typed write(@Nullable FullDossier full) {
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
    public FullDossier read(Typed typed) {
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
