package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.listing.ExportTrace;
import fr.ruche.listing.ExportTraces;
import fr.ruche.listing.ListWords;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who took which list of dossiers away in a file. */
@Page
class ExportsPage {

    private final ExportTraces traces;
    private final ListWords words;
    private final Actors actors;
    private final Texts texts;

    ExportsPage(ExportTraces traces, ListWords words, Actors actors, Texts texts) {
        this.traces = traces;
        this.words = words;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping("/bureau/gestion/exports")
    String show(Model model) {
        var reader = words.reader();
        model.addAttribute(
                "exports",
                traces.latest(actors.required()).stream()
                        .map(trace -> line(trace, reader))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return "desk/exports";
    }

    private static Line line(ExportTrace trace, ListWords.Reader words) {
        var query = trace.filters();
        return new Line(trace, ListPage.address(query), String.join(" · ", words.filters(query)), words.order(query));
    }

    /**
     * @param list where the same filters are shown as they stand now
     * @param filters in words, empty without any
     * @param order in words; null for what is no list any more
     */
    record Line(
            ExportTrace trace,
            String list,
            String filters,
            @Nullable String order) {}
}
