package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.FicheFields;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fiche synthétique of a dossier: a draft, or a correction that the intercommunality asks for. */
@Page
@RequestMapping("/porteur/dossiers/{number}/fiche")
class FichePage {

    private final Dossiers dossiers;
    private final Actors actors;
    private final FicheFields fields;
    private final FicheView view;

    FichePage(Dossiers dossiers, Actors actors, FicheFields fields, FicheView view) {
        this.dossiers = dossiers;
        this.actors = actors;
        this.fields = fields;
        this.view = view;
    }

    @GetMapping
    String show(@PathVariable DossierNumber number, Model model) {
        var dossier = mine(number);
        return HolderSteps.fiche(dossier)
                ? view.show(dossier, fields.write(dossier.fiche()), model)
                : "redirect:/porteur/dossiers/" + number;
    }

    @PostMapping
    String save(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        var sending = new Sending(number, "/fiche", after);
        return sending.keep(
                () -> dossiers.saveFiche(number, fields.read(typed), actors.required(), typed.revision()),
                () -> typed.has("action", "deposit")
                        ? sending.deposit("fiche", () -> dossiers.depositFiche(number, actors.required()))
                        : sending.again("fiche.saved"),
                () -> !HolderSteps.fiche(mine(number))
                        && fields.read(typed).equals(mine(number).fiche()),
                () -> view.show(mine(number), typed, model),
                model,
                response);
    }

    private DossierCase mine(DossierNumber number) {
        return dossiers.visibleTo(actors.required(), number);
    }
}
