package fr.ruche.desk.web;

import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Milestone;
import fr.ruche.dossier.StepNames;
import fr.ruche.listing.ListAddresses;
import fr.ruche.page.Choice;
import fr.ruche.page.Stages;
import fr.ruche.page.Texts;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.Measure;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Difficulties;
import fr.ruche.programme.Eligibility;
import fr.ruche.programme.HolderKind;
import fr.ruche.territory.Territories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the filters of the list of dossiers offer. */
@Component
class ListChoices {

    private final Calls calls;
    private final Territories territories;
    private final Difficulties difficulties;
    private final Eligibility eligibility;
    private final StepNames steps;
    private final Names names;
    private final Texts texts;

    ListChoices(
            Calls calls,
            Territories territories,
            Difficulties difficulties,
            Eligibility eligibility,
            StepNames steps,
            Names names,
            Texts texts) {
        this.steps = steps;
        this.calls = calls;
        this.territories = territories;
        this.difficulties = difficulties;
        this.eligibility = eligibility;
        this.names = names;
        this.texts = texts;
    }

    /** @param rule the one that the list is asked for: of an older table it stays a choice */
    void add(@Nullable String rule, Model model) {
        var all = calls.all();
        model.addAttribute(
                "calls", all.stream().map(Call::code).map(ListChoices::same).toList());
        model.addAttribute(
                "measures",
                all.stream()
                        .flatMap(call -> call.parameters().measures().stream())
                        .map(Measure::code)
                        .distinct()
                        .map(ListChoices::same)
                        .toList());
        model.addAttribute("statuses", texts.choices("status", DossierStatus.values()));
        model.addAttribute("sorts", texts.choices("sort", DossierSort.values()));
        model.addAttribute("dues", texts.choices("due", Due.values()));
        model.addAttribute("milestones", texts.choices("milestone", Milestone.values()));
        model.addAttribute("holderKinds", texts.choices("holderKind", HolderKind.values()));
        model.addAttribute("difficulties", difficulties());
        model.addAttribute("steps", steps());
        model.addAttribute("failable", rules(rule));
        model.addAttribute("clocks", named("clock", ListAddresses.CLOCKS));
        model.addAttribute("territories", names.territories());
        model.addAttribute(
                "sectors",
                territories.sectors().stream()
                        .map(sector -> new Choice(sector.code(), sector.name()))
                        .toList());
    }

    private List<Choice> steps() {
        return Stream.concat(Stages.STEPS.stream(), steps.ofModellers().stream())
                .map(step -> new Choice(step, steps.name(step)))
                .toList();
    }

    private List<Choice> rules(@Nullable String asked) {
        var rules = new LinkedHashMap<>(eligibility.rules());
        if (asked != null && !asked.isBlank()) {
            rules.putIfAbsent(asked, List.of());
        }
        return rules.entrySet().stream()
                .map(rule -> new Choice(
                        rule.getKey(),
                        Stream.concat(Stream.of(rule.getKey()), rule.getValue().stream())
                                .distinct()
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    private List<Choice> difficulties() {
        var choices = new ArrayList<Choice>();
        difficulties.known().forEach(points -> choices.add(same(points.toString())));
        choices.add(new Choice(DossierFilter.NO_DIFFICULTY, texts.of("difficulty.none")));
        return choices;
    }

    private List<Choice> named(String prefix, List<String> values) {
        return values.stream()
                .map(value -> new Choice(value, texts.of(prefix + "." + value)))
                .toList();
    }

    private static Choice same(String code) {
        return new Choice(code, code);
    }
}
