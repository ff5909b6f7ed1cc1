package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.FicheFields;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a fiche shows besides what was typed. */
@Component
class FicheView {

    private final Calls calls;
    private final FicheFields fields;
    private final Texts texts;
    private final Asked asked;
    private final Clock clock;

    FicheView(Calls calls, FicheFields fields, Texts texts, Asked asked, Clock clock) {
        this.calls = calls;
        this.fields = fields;
        this.texts = texts;
        this.asked = asked;
        this.clock = clock;
    }

    String showNew(Call call, Typed typed, Model model) {
        model.addAttribute("target", "/porteur/dossiers/nouveau?appel=" + call.code());
        return show(call, typed, new ArrayList<>(), model);
    }

    String show(DossierCase dossier, Typed typed, Model model) {
        model.addAttribute("target", "/porteur/dossiers/" + dossier.number() + "/fiche");
        model.addAttribute("dossier", dossier);
        model.addAttribute("correction", HolderSteps.correction(dossier));
        model.addAttribute("asked", asked.last(dossier, "CONFORMITY_GIVEN"));
        var crumbs = new ArrayList<>(List.of(new Crumb(
                "/porteur/dossiers/" + dossier.number(), dossier.number().value())));
        return show(calls.at(dossier.call(), dossier.callVersion()), typed, crumbs, model);
    }

    private String show(Call call, Typed typed, List<Crumb> crumbs, Model model) {
        crumbs.add(0, new Crumb("/porteur", texts.of("menu.mine")));
        model.addAttribute("crumbs", crumbs);
        model.addAttribute("call", CallLine.of(call, clock.instant()));
        fields.addChoices(call.parameters(), model);
        model.addAttribute("typed", typed);
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Faults.none());
        }
        return "portal/fiche";
    }
}
