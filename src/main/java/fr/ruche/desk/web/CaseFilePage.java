package fr.ruche.desk.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One dossier on one page, as the paper file was read. */
@Page
class CaseFilePage {

    private final CaseFileView view;
    private final ListPlace place;

    CaseFilePage(CaseFileView view, ListPlace place) {
        this.view = view;
        this.place = place;
    }

    @GetMapping("/bureau/dossiers/{number}")
    String show(
            @PathVariable DossierNumber number,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(name = "place", required = false) @Nullable String at,
            Model model) {
        var shown = view.show(number, model);
        place.of(list, at).ifPresent(around -> {
            model.addAttribute("around", around);
            model.addAttribute("crumbs", view.crumbs(around.list()));
        });
        return shown;
    }
}
