package fr.ruche.portal.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A fiche that has no number yet: the dossier is opened when it is first kept. */
@Page
@RequestMapping("/porteur/dossiers/nouveau")
class NewFichePage {

    private final Dossiers dossiers;
    private final Calls calls;
    private final Actors actors;
    private final FicheFields fields;
    private final FicheView view;

    NewFichePage(Dossiers dossiers, Calls calls, Actors actors, FicheFields fields, FicheView view) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.actors = actors;
        this.fields = fields;
        this.view = view;
    }

    @GetMapping
    String ask(@RequestParam("appel") String call, Model model) {
        return view.showNew(calls.current(call), Typed.empty(), model);
    }

    @PostMapping
    String open(
            @RequestParam("appel") String call,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        DossierNumber number;
        try {
            number = dossiers.open(call, actors.required(), fields.read(typed));
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return view.showNew(calls.current(call), typed, model);
        }
        return typed.has("action", "deposit") ? deposit(number, after) : kept(number, "fiche.saved", after);
    }

    private String deposit(DossierNumber number, RedirectAttributes after) {
        try {
            dossiers.depositFiche(number, actors.required());
        } catch (Rejected rejected) {
            after.addFlashAttribute("faults", new Faults(rejected.faults()));
            return kept(number, "fiche.kept", after);
        }
        after.addFlashAttribute("done", "fiche.deposited");
        return "redirect:/porteur/dossiers/" + number;
    }

    private static String kept(DossierNumber number, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/porteur/dossiers/" + number + "/fiche";
    }
}
