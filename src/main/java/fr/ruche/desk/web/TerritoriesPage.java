package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.territory.Epci;
import fr.ruche.territory.NeighbourhoodImport;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager sets the sector and the jury of an intercommunality, and imports priority neighbourhoods. */
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
        var epci = territories
                .epci(siren)
                .orElseThrow(() -> new fr.ruche.common.NotFound("Il n’y a pas d’intercommunalité sous ce SIREN."));
        model.addAttribute("epci", epci);
        model.addAttribute(
                "sectors",
                territories.sectors().stream()
                        .map(s -> new Choice(s.code(), s.name()))
                        .toList());
        Refusal.none(Typed.empty().put("sector", epci.sector()).put("territorialJury", epci.territorialJury()), model);
        return crumbs(model, "desk/territory");
    }

    @PostMapping("/territoires/{siren}")
    String change(
            @PathVariable String siren,
            @RequestParam org.springframework.util.MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        try {
            var seen = Objects.requireNonNullElse(typed.whole("version"), -1);
            typed.ifWrong();
            territories.change(siren, seen, typed.value("sector"), typed.ticked("territorialJury"));
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return one(siren, model);
        }
        after.addFlashAttribute("done", "territory.changed");
        return "redirect:/bureau/gestion/territoires";
    }

    @GetMapping("/quartiers")
    String ask(Model model) {
        Refusal.none(Typed.empty(), model);
        return crumbs(model, "desk/neighbourhoods");
    }

    @PostMapping("/quartiers")
    String read(@RequestParam MultipartFile file, Model model, HttpServletResponse response, RedirectAttributes after)
            throws IOException {
        try {
            var read = neighbourhoods.read(new String(file.getBytes(), StandardCharsets.UTF_8));
            after.addFlashAttribute("read", read);
        } catch (Rejected rejected) {
            Refusal.show(rejected, Typed.empty(), model, response);
            return ask(model);
        }
        after.addFlashAttribute("done", "neighbourhoods.read");
        return "redirect:/bureau/gestion/quartiers";
    }

    private String crumbs(Model model, String view) {
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return view;
    }
}
