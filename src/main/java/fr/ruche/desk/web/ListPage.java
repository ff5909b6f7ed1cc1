package fr.ruche.desk.web;

import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Choice;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.Measure;
import fr.ruche.programme.Calls;
import java.util.List;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The dossiers that an officer may see; the filters are the address, so that a list can be kept and shared. */
@Page
class ListPage {

    private static final int SIZE = 25;

    private final Dossiers dossiers;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    ListPage(Dossiers dossiers, Calls calls, Actors actors, Names names, Texts texts) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping("/bureau/dossiers")
    String list(@RequestParam MultiValueMap<String, String> values, Model model) {
        var typed = Typed.of(values);
        var page = Math.max(1, Objects.requireNonNullElse(typed.whole("page"), 1));
        var sort = Objects.requireNonNullElse(typed.choice("sort", DossierSort.class), DossierSort.NUMBER_DESC);
        var found = dossiers.search(filter(typed), actors.required(), page - 1, SIZE, sort);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", Faults.none());
        model.addAttribute("found", found);
        model.addAttribute("page", page);
        model.addAttribute("previous", page > 1 ? address(values, page - 1) : null);
        model.addAttribute("next", page < found.pages() ? address(values, page + 1) : null);
        model.addAttribute("names", names);
        choices(model);
        return "desk/list";
    }

    private static DossierFilter filter(Typed typed) {
        return new DossierFilter(
                typed.text("call"),
                typed.choice("status", DossierStatus.class),
                typed.text("step"),
                typed.text("clock"),
                typed.text("measure"),
                typed.text("territory"),
                null,
                typed.text("words"),
                typed.ticked("late"));
    }

    private void choices(Model model) {
        var all = calls.all();
        model.addAttribute(
                "calls",
                all.stream().map(call -> new Choice(call.code(), call.code())).toList());
        model.addAttribute("statuses", texts.choices("status", DossierStatus.values()));
        model.addAttribute("sorts", texts.choices("sort", DossierSort.values()));
        model.addAttribute(
                "steps",
                DeskPage.STEPS.stream()
                        .map(step -> new Choice(step, texts.of("step." + step)))
                        .toList());
        model.addAttribute(
                "measures",
                all.stream()
                        .map(Call::parameters)
                        .flatMap(p -> p.measures().stream())
                        .map(Measure::code)
                        .distinct()
                        .map(code -> new Choice(code, code))
                        .toList());
        model.addAttribute("territories", names.territories());
        model.addAttribute(
                "clocks",
                List.of("PORTEUR", "INTERCOMMUNALITE", "REGION", "JURY").stream()
                        .map(clock -> new Choice(clock, texts.of("clock." + clock)))
                        .toList());
    }

    private static String address(MultiValueMap<String, String> values, int page) {
        var kept = new LinkedMultiValueMap<>(values);
        kept.set("page", Integer.toString(page));
        return UriComponentsBuilder.fromPath("/bureau/dossiers")
                .queryParams(kept)
                .encode()
                .toUriString();
    }
}
