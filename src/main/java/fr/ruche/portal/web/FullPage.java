package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.FullFields;
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
        var dossier = mine(number);
        return HolderSteps.full(dossier)
                ? view.show(dossier, fields.write(dossier.full()), model)
                : "redirect:/porteur/dossiers/" + number;
    }

    /** What the rules say of what stands in the form; nothing is kept. */
    @PostMapping("/verification")
    String check(@PathVariable DossierNumber number, @RequestParam MultiValueMap<String, String> values, Model model) {
        return view.check(mine(number), Typed.of(values), model);
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
            return view.changed(mine(number), typed, action, model);
        }
        var sending = new Sending(number, "/dossier", after);
        return sending.keep(
                () -> dossiers.saveFull(number, fields.read(typed), actors.required(), typed.revision()),
                () -> next(sending, action),
                () -> !HolderSteps.full(mine(number))
                        && fields.read(typed).equals(mine(number).full()),
                () -> view.show(mine(number), typed, model),
                model,
                response);
    }

    private String next(Sending sending, String action) {
        return switch (action) {
            case "papers" -> "redirect:/porteur/dossiers/" + sending.number() + "/pieces";
            case "deposit" -> sending.deposit("full", () -> dossiers.depositFull(sending.number(), actors.required()));
            default -> sending.again("full.saved");
        };
    }

    private DossierCase mine(DossierNumber number) {
        return dossiers.visibleTo(actors.required(), number);
    }
}
