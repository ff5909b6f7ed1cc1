package fr.ruche.programme;

import fr.ruche.common.ParisTime;
import fr.ruche.programme.CallParameters.Measure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of {@code bpmn/dsdt/eligibility.dmn} read. Sums, limits and the wording of figures are prepared here;
 * every comparison with a threshold is in the tables. Absent facts are null, and null fails no rule.
 */
final class EligibilityFacts {

    private final Call call;
    private final Project project;
    private final Measure measure;
    private final Budget budget;

    EligibilityFacts(Call call, Project project) {
        this.call = call.putOff(project.ficheExtraDays(), project.dossierExtraDays());
        this.project = project;
        this.measure = call.measure(project.measure());
        this.budget = new Budget(project, measure, call.parameters().choices());
    }

    Budget budget() {
        return budget;
    }

    Map<String, Object> at(Instant now) {
        var themes = themes();
        var facts = new Facts();
        facts.put("fiche", new Arrival(Receipt.ofFiche(call, project), call.ficheLimit(project.epci())).facts());
        facts.put("dossier", new Arrival(Receipt.ofDossier(call, project), call.dossierLimit(project.epci())).facts());
        facts.put(
                "conformity",
                project.conformity() == null ? null : project.conformity().name());
        facts.put("missingDocuments", project.missingDocuments());
        facts.put("priorContact", project.priorContact());
        facts.put("activityProgramme", project.activityProgramme());
        facts.put("uncoveredNeed", project.uncoveredNeed());
        facts.put("priorityNeighbourhood", project.priorityNeighbourhood());
        facts.put("themes", themes);
        facts.put("localAuthority", budget.localAuthority());
        money(facts);
        facts.put("measure", measure());
        facts.put("call", parameters(now));
        facts.put("text", new EligibilityTexts(call, project, measure, budget).texts());
        return facts.map;
    }

    private void money(Facts facts) {
        facts.put("totalCost", project.totalCost());
        facts.put("requestedInvestment", project.requestedInvestment());
        facts.put("requested", budget.requested());
        facts.put("resources", budget.resources());
        facts.put("localFunding", budget.localFunding());
        facts.put("cofinancingBase", budget.cofinancingBase());
        facts.put("publicFunding", budget.publicFunding());
        facts.put("ownFunds", budget.ownFunds());
        facts.put("aboveCap", budget.aboveCap());
    }

    private List<String> themes() {
        var known = call.parameters().themes().stream()
                .filter(theme -> theme.measures().contains(measure.code()))
                .map(CallParameters.Theme::code)
                .toList();
        return project.gupThemes().stream().filter(known::contains).toList();
    }

    private Map<String, Object> measure() {
        var facts = new Facts();
        facts.put("code", measure.code());
        facts.put("floor", measure.floor());
        facts.put("localCofinancingRate", measure.localCofinancingRate());
        facts.put("priorityGeography", measure.priorityGeography());
        facts.put("themeRequired", measure.themeRequired());
        facts.put("sources", sources());
        return facts.map;
    }

    private Map<String, Object> sources() {
        var facts = new Facts();
        for (var rule : List.of("floor", "caps", "localCofinancingRate", "priorityGeography", "themeRequired")) {
            facts.put(rule, measure.sources().getOrDefault(rule, measure.source()));
        }
        return facts.map;
    }

    private Map<String, Object> parameters(Instant now) {
        var choices = call.parameters().choices();
        var regularisationEnds =
                ParisTime.endOf(call.dossierDeadline(project.epci()).plusDays(choices.regularisationDays()));
        return Map.of(
                "tacitConformity", choices.tacitConformity(),
                "regularisationOpen", choices.regularisationDays() > 0 && now.isBefore(regularisationEnds),
                "clipAboveCap", choices.clipAboveCap(),
                "ownShareRate", choices.ownShareOfPublicFunding());
    }

    private record Arrival(@Nullable Receipt receipt, Instant limit) {

        Map<String, Object> facts() {
            var facts = new Facts();
            facts.put("receivedAt", receipt == null ? null : receipt.instant());
            facts.put("limit", limit.atZone(ParisTime.ZONE));
            return facts.map;
        }
    }

    /** The engine's maps take null for a fact that is not known; their type does not say so. */
    private static final class Facts {

        private final Map<String, Object> map = new HashMap<>();

        @SuppressWarnings("NullAway")
        void put(String name, @Nullable Object value) {
            map.put(name, value);
        }
    }
}
