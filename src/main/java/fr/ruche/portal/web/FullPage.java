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
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts and the budget of the full dossier. */
@Page
@RequestMapping("/porteur/dossiers/{number}/dossier")
class FullPage {

    private final Dossiers dossiers;
    private final Actors actors;
    private final FullFields fields;
    private final FullView view;

    FullPage(Dossiers dossiers, Actors actors, FullFields fields, FullView view) {
        this.dossiers = dossiers;
        this.actors = actors;
        this.fields = fields;
        this.view = view;
    }

    @GetMapping
    String show(@PathVariable DossierNumber number, Model model) {
        var dossier = dossiers.visibleTo(actors.required(), number);
        return view.show(dossier, fields.write(dossier.full()), model);
    }

    /** What the rules say of what stands in the form; nothing is kept. */
    @PostMapping("/verification")
    String check(@PathVariable DossierNumber number, @RequestParam MultiValueMap<String, String> values, Model model) {
        var dossier = dossiers.visibleTo(actors.required(), number);
        return view.check(dossier, Typed.of(values), model);
    }

    @PostMapping
    String save(
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        var action = Objects.requireNonNullElse(typed.text("action"), "save");
        if ("check".equals(action) || action.startsWith("add:") || action.startsWith("remove:")) {
            return view.changed(dossiers.visibleTo(actors.required(), number), typed, action, model);
        }
        try {
            dossiers.saveFull(number, fields.read(typed), actors.required(), typed.revision());
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return view.show(dossiers.visibleTo(actors.required(), number), typed, model);
        } catch (Conflict stale) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", stale.getMessage());
            return view.show(dossiers.visibleTo(actors.required(), number), typed, model);
        }
        return next(number, action, after);
    }

    private String next(DossierNumber number, String action, RedirectAttributes after) {
        return switch (action) {
            case "papers" -> "redirect:/porteur/dossiers/" + number + "/pieces";
            case "deposit" -> deposit(number, after);
            default -> {
                after.addFlashAttribute("done", "full.saved");
                yield "redirect:/porteur/dossiers/" + number + "/dossier";
            }
        };
    }

    private String deposit(DossierNumber number, RedirectAttributes after) {
        try {
            dossiers.depositFull(number, actors.required());
        } catch (Rejected rejected) {
            after.addFlashAttribute("faults", new Faults(rejected.faults()));
            after.addFlashAttribute("done", "full.kept");
            return "redirect:/porteur/dossiers/" + number + "/dossier";
        }
        after.addFlashAttribute("done", "full.deposited");
        return "redirect:/porteur/dossiers/" + number;
    }
}
