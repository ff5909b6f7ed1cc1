package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.listing.SavedSearches;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists that somebody keeps: a name for an address. */
@Page
@RequestMapping("/bureau/recherches")
class SearchesPage {

    private static final String PATH = "/bureau/recherches";

    private final SavedSearches searches;
    private final Actors actors;
    private final Texts texts;

    SearchesPage(SavedSearches searches, Actors actors, Texts texts) {
        this.searches = searches;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("searches", searches.of(actors.required()));
        crumbs(model);
        return "desk/searches";
    }

    @GetMapping("/nouvelle")
    String ask(@RequestParam(required = false) @Nullable String query, Model model) {
        Form.ready(model, Typed.empty().put("query", query));
        return form("search.new", PATH, model);
    }

    @PostMapping
    String add(Form form, Model model) {
        return form.answer(
                "search.kept",
                typed -> ListPage.address(searches.add(
                                actors.required(), typed.value("name"), typed.value("query"), typed.ticked("usual"))
                        .query()),
                () -> form("search.new", PATH, model));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        var search = searches.get(actors.required(), id);
        Form.ready(model, Typed.empty().put("name", search.name()).put("usual", search.usual()));
        return form("search.change", PATH + "/" + id, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "search.changed",
                typed -> {
                    searches.change(actors.required(), id, typed.value("name"), typed.ticked("usual"));
                    return PATH;
                },
                () -> form("search.change", PATH + "/" + id, model));
    }

    @PostMapping("/{id}/suppression")
    String remove(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "search.removed",
                typed -> {
                    searches.remove(actors.required(), id);
                    return PATH;
                },
                () -> show(model));
    }

    private String form(String title, String action, Model model) {
        model.addAttribute("title", texts.of(title));
        model.addAttribute("action", action);
        crumbs(model);
        return "desk/search";
    }

    private void crumbs(Model model) {
        model.addAttribute("crumbs", List.of(new Crumb(ListPage.PATH, texts.of("menu.dossiers"))));
    }
}
