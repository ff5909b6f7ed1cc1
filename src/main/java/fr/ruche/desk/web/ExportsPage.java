package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.listing.ExportTraces;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who took which list of dossiers away in a file. */
@Page
class ExportsPage {

    private final ExportTraces traces;
    private final Actors actors;
    private final Texts texts;

    ExportsPage(ExportTraces traces, Actors actors, Texts texts) {
        this.traces = traces;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping("/bureau/gestion/exports")
    String show(Model model) {
        model.addAttribute(
                "exports",
                traces.latest(actors.required()).stream()
                        .map(trace -> new Line(trace, ListPage.address(trace.filters())))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return "desk/exports";
    }

    /** @param list where the same filters are shown as they stand now */
    record Line(fr.ruche.listing.ExportTrace trace, String list) {}
}
