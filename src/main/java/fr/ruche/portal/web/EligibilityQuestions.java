package fr.ruche.portal.web;

import fr.ruche.common.Euros;
import fr.ruche.common.Rejected;
import fr.ruche.page.Choice;
import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Project;
import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions of the eligibility test, and the project that their answers describe. */
@Component
class EligibilityQuestions {

    private final Labels labels;

    EligibilityQuestions(Labels labels) {
        this.labels = labels;
    }

    Map<String, List<Choice>> choices(CallParameters parameters) {
        return Map.of(
                "measures",
                labels.measures(parameters),
                "scales",
                labels.of("scale", Scale.values()),
                "kinds",
                labels.of("holderKind", HolderKind.values()),
                "themes",
                labels.themes(parameters));
    }

    /** Whether enough is answered for the rules to say anything. */
    boolean answered(Typed typed) {
        return typed.text("measure") != null && typed.text("scale") != null && typed.text("holder.kind") != null;
    }

    /** @throws Rejected naming every answer that is missing or makes no sense */
    Project read(Typed typed) {
        var measure = typed.text("measure");
        var scale = typed.choice("scale", Scale.class);
        var kind = typed.choice("holder.kind", HolderKind.class);
        missing(typed, "measure", measure, "Choisissez la fiche technique de votre projet.");
        missing(typed, "scale", scale, "Dites à quelle échelle votre projet se déroule.");
        missing(typed, "holder.kind", kind, "Dites quelle sorte de structure porte le projet.");
        var project = new Facts(typed).project(measure, scale, kind);
        typed.ifWrong();
        return project;
    }

    private static void missing(Typed typed, String field, @Nullable Object answer, String message) {
        if (answer == null && typed.text(field) == null) {
            typed.wrong(field, "REQUIRED", message);
        }
    }

    private record Facts(Typed typed) {

        Project project(@Nullable String measure, @Nullable Scale scale, @Nullable HolderKind kind) {
            var total = typed.euros("totalCost");
            return new Project(
                    Objects.requireNonNullElse(measure, ""),
                    Objects.requireNonNullElse(scale, Scale.COMMUNALE),
                    new Project.Holder(Objects.requireNonNullElse(kind, HolderKind.AUTRE), null, null),
                    null,
                    null,
                    scale != Scale.REGIONALE,
                    typed.yesOrNo("priorityNeighbourhood"),
                    typed.chosen("gupThemes"),
                    typed.ticked("activityProgramme"),
                    null,
                    !"false".equals(typed.value("priorContact")),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    total,
                    total == null ? null : orZero("requestedOperating"),
                    total == null ? null : orZero("requestedInvestment"),
                    total == null ? null : financing(),
                    null,
                    typed.euros("alreadyAwardedThisYear"));
        }

        private Project.Financing financing() {
            return new Project.Financing(
                    orZero("financing.commune"),
                    orZero("financing.epci"),
                    orZero("financing.departement"),
                    orZero("financing.etat"),
                    orZero("financing.europe"),
                    orZero("financing.prives"),
                    orZero("financing.ownFunds"),
                    orZero("financing.otherIncome"));
        }

        private BigDecimal orZero(String field) {
            return Objects.requireNonNullElse(typed.euros(field), Euros.ZERO);
        }
    }
}
