package fr.ruche.desk.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.page.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One dossier on one page, as the paper file was read. */
@Page
class CaseFilePage {

    private final CaseFileView view;

    CaseFilePage(CaseFileView view) {
        this.view = view;
    }

    @GetMapping("/bureau/dossiers/{number}")
    String show(@PathVariable DossierNumber number, Model model) {
        return view.page(number, model);
    }
}
