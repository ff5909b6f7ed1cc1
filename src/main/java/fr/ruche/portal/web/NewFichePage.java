package fr.ruche.portal.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Faults;
import fr.ruche.page.FicheFields;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A fiche that has no number yet: the dossier is opened when it is first kept, then its own page takes over. */
@Page
@RequestMapping("/porteur/dossiers/nouveau")
class NewFichePage {

    private final Dossiers dossiers;
    private final OwnDossiers own;
    private final Openings openings;
    private final Calls calls;
    private final Actors actors;
    private final FicheFields fields;
    private final FicheView view;
    private final FichePage opened;

    NewFichePage(
            Dossiers dossiers,
            OwnDossiers own,
            Openings openings,
            Calls calls,
            Actors actors,
            FicheFields fields,
            FicheView view,
            FichePage opened) {
        this.dossiers = dossiers;
        this.own = own;
        this.openings = openings;
        this.calls = calls;
        this.actors = actors;
        this.fields = fields;
        this.view = view;
        this.opened = opened;
    }

    @GetMapping
    String ask(@RequestParam("appel") String call, Model model) {
        var typed = Typed.empty().put("form", UUID.randomUUID());
        own.organisation(actors.required()).ifPresent(known -> {
            FicheFields.writeHolder(typed, known.organisation());
            model.addAttribute("knownFrom", known.from());
        });
        return view.showNew(calls.current(call), typed, model);
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
            number =
                    openings.once(typed.text("form"), () -> dossiers.open(call, actors.required(), fields.read(typed)));
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return view.showNew(calls.current(call), typed, model);
        }
        return opened.save(number, values, model, response, after);
    }
}
