package fr.ruche.portal.web;

import fr.ruche.common.Euros;
import fr.ruche.common.Rejected;
import fr.ruche.page.CallChoices;
import fr.ruche.page.Choice;
import fr.ruche.page.CommuneField;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Project;
import fr.ruche.programme.Scale;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions of the eligibility test, and the project that their answers describe. */
@Component
class EligibilityQuestions {

    private final Texts texts;
    private final CommuneField communes;
    private final Territories territories;

    EligibilityQuestions(Texts texts, CommuneField communes, Territories territories) {
        this.texts = texts;
        this.communes = communes;
        this.territories = territories;
    }

    Map<String, List<Choice>> choices(CallParameters parameters) {
        return Map.of(
                "measures",
                CallChoices.measures(parameters),
                "scales",
                texts.choices("scale", Scale.values()),
                "kinds",
                texts.choices("holderKind", HolderKind.values()),
                "themes",
                CallChoices.themes(parameters));
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
        missing(typed, "measure", measure);
        missing(typed, "scale", scale);
        missing(typed, "holder.kind", kind);
        var project = new Facts(typed, epci(typed)).project(measure, scale, kind);
        typed.ifWrong();
        return project;
    }

    /** The intercommunality of the commune, null as long as none is named. */
    private @Nullable Epci epci(Typed typed) {
        return Optional.ofNullable(communes.read(typed, "commune"))
                .flatMap(territories::commune)
                .map(Commune::epci)
                .flatMap(territories::epci)
                .orElse(null);
    }

    private void missing(Typed typed, String field, @Nullable Object answer) {
        if (answer == null && typed.text(field) == null) {
            typed.wrong(field, "REQUIRED", texts.of("eligibility." + field + ".required"));
        }
    }

    private record Facts(Typed typed, @Nullable Epci epci) {

        Project project(@Nullable String measure, @Nullable Scale scale, @Nullable HolderKind kind) {
            var total = typed.euros("totalCost");
            return new Project(
                    Objects.requireNonNullElse(measure, ""),
                    Objects.requireNonNullElse(scale, Scale.COMMUNALE),
                    new Project.Holder(Objects.requireNonNullElse(kind, HolderKind.AUTRE), null, null),
                    null,
                    epci == null ? null : epci.siren(),
                    epci != null && epci.territorialJury(),
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
                    null,
                    List.of(),
                    total,
                    total == null ? null : orZero("requestedOperating"),
                    total == null ? null : orZero("requestedInvestment"),
                    total == null ? null : financing(),
                    null,
                    typed.euros("alreadyAwardedThisYear"),
                    0,
                    0);
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
