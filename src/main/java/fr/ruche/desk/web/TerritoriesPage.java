package fr.ruche.desk.web;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.territory.Epci;
import fr.ruche.territory.NeighbourhoodImport;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A manager sets what holds for an intercommunality, and imports priority neighbourhoods. */
@Page
@RequestMapping("/bureau/gestion")
class TerritoriesPage {

    private final Territories territories;
    private final NeighbourhoodImport neighbourhoods;
    private final Texts texts;

    TerritoriesPage(Territories territories, NeighbourhoodImport neighbourhoods, Texts texts) {
        this.territories = territories;
        this.neighbourhoods = neighbourhoods;
        this.texts = texts;
    }

    @GetMapping("/territoires")
    String list(Model model) {
        model.addAttribute(
                "epci",
                territories.allEpci().stream()
                        .filter(epci -> epci.successor() == null)
                        .sorted(Comparator.comparing(Epci::name))
                        .toList());
        model.addAttribute(
                "sectorNames", territories.sectors().stream().collect(Collectors.toMap(Sector::code, Sector::name)));
        return crumbs(model, "desk/territories");
    }

    @GetMapping("/territoires/{siren}")
    String one(@PathVariable String siren, Model model) {
        var epci = territories.epci(siren).orElseThrow(() -> new NotFound(texts.of("territory.unknown")));
        model.addAttribute("epci", epci);
        model.addAttribute(
                "sectors",
                territories.sectors().stream()
                        .map(s -> new Choice(s.code(), s.name()))
                        .toList());
        Form.ready(
                model,
                Typed.empty()
                        .put("sector", epci.sector())
                        .put("territorialJury", epci.territorialJury())
                        .put("difficulty", epci.difficulty()));
        return crumbs(model, "desk/territory");
    }

    @PostMapping("/territoires/{siren}")
    String change(@PathVariable String siren, Form form, Model model) {
        return form.answer(
                "territory.changed",
                typed -> {
                    var seen = Objects.requireNonNullElse(typed.whole("version"), -1);
                    var difficulty = typed.whole("difficulty");
                    typed.ifWrong();
                    territories.change(siren, seen, typed.value("sector"), typed.ticked("territorialJury"), difficulty);
                    return "/bureau/gestion/territoires";
                },
                () -> one(siren, model));
    }

    /** The difficulty of all of them at once. */
    @GetMapping("/difficultes")
    String difficulties(Model model) {
        var typed = Typed.empty();
        for (var epci : territories.allEpci()) {
            typed.put("siren", epci.siren())
                    .put("version", epci.version())
                    .put("difficulty", epci.difficulty() == null ? "" : epci.difficulty());
        }
        model.addAttribute("names", territories.allEpci().stream().collect(Collectors.toMap(Epci::siren, one -> one)));
        Form.ready(model, typed);
        return crumbs(model, "desk/difficulties");
    }

    @PostMapping("/difficultes")
    String change(Form form, Model model) {
        return form.answer(
                "territory.difficulties",
                typed -> {
                    form.tell("changed", territories.changeDifficulties(difficulties(typed)));
                    return "/bureau/gestion/territoires";
                },
                () -> difficulties(model));
    }

    private static List<Territories.NewDifficulty> difficulties(Typed typed) {
        var all = new ArrayList<Territories.NewDifficulty>();
        for (var at = 0; at < typed.values("siren").size(); at++) {
            var points = typed.at("difficulty", at).strip();
            var version = typed.at("version", at);
            if (!points.matches("\\d{0,3}") || !version.matches("\\d{1,9}")) {
                typed.wrong("difficulty-" + at, "NUMBER", Sentences.of("typed.number", points));
            } else {
                all.add(new Territories.NewDifficulty(
                        typed.at("siren", at),
                        Integer.parseInt(version),
                        points.isEmpty() ? null : Integer.valueOf(points),
                        "difficulty-" + at));
            }
        }
        typed.ifWrong();
        return all;
    }

    @GetMapping("/quartiers")
    String ask(Model model) {
        Form.ready(model, Typed.empty());
        return crumbs(model, "desk/neighbourhoods");
    }

    @PostMapping("/quartiers")
    String read(@RequestParam MultipartFile file, Form form, Model model) throws IOException {
        var list = new String(file.getBytes(), StandardCharsets.UTF_8);
        return form.answer(
                "neighbourhoods.read",
                typed -> {
                    form.tell("read", neighbourhoods.read(list));
                    return "/bureau/gestion/quartiers";
                },
                () -> ask(model));
    }

    private String crumbs(Model model, String view) {
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return view;
    }
}
