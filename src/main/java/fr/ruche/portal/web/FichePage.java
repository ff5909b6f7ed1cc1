package fr.ruche.portal.web;

import fr.ruche.common.Conflict;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Faults;
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
        var dossier = dossiers.visibleTo(actors.required(), number);
        return view.show(dossier, fields.write(dossier.fiche()), model);
    }

    @PostMapping
    String save(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        try {
            dossiers.saveFiche(number, fields.read(typed), actors.required(), typed.revision());
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return view.show(dossiers.visibleTo(actors.required(), number), typed, model);
        } catch (Conflict stale) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", stale.getMessage());
            return view.show(dossiers.visibleTo(actors.required(), number), typed, model);
        }
        return typed.has("action", "deposit") ? deposit(number, after) : saved(number, after);
    }

    private String deposit(DossierNumber number, RedirectAttributes after) {
        try {
            dossiers.depositFiche(number, actors.required());
        } catch (Rejected rejected) {
            after.addFlashAttribute("faults", new Faults(rejected.faults()));
            after.addFlashAttribute("done", "fiche.kept");
            return "redirect:/porteur/dossiers/" + number + "/fiche";
        }
        after.addFlashAttribute("done", "fiche.deposited");
        return "redirect:/porteur/dossiers/" + number;
    }

    private static String saved(DossierNumber number, RedirectAttributes after) {
        after.addFlashAttribute("done", "fiche.saved");
        return "redirect:/porteur/dossiers/" + number + "/fiche";
    }
}
