package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Scale;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a fiche shows besides what was typed. */
@Component
class FicheView {

    static final String CORRECTION = "userTask_correctFiche";

    private final Calls calls;
    private final Labels labels;
    private final Clock clock;

    FicheView(Calls calls, Labels labels, Clock clock) {
        this.calls = calls;
        this.labels = labels;
        this.clock = clock;
    }

    String showNew(Call call, Typed typed, Model model) {
        model.addAttribute("target", "/porteur/dossiers/nouveau?appel=" + call.code());
        return show(call, typed, new ArrayList<>(), model);
    }

    String show(DossierCase dossier, Typed typed, Model model) {
        model.addAttribute("target", "/porteur/dossiers/" + dossier.number() + "/fiche");
        model.addAttribute("dossier", dossier);
        model.addAttribute("correction", CORRECTION.equals(dossier.step()));
        var crumbs = new ArrayList<>(List.of(new Crumb(
                "/porteur/dossiers/" + dossier.number(), dossier.number().value())));
        return show(calls.at(dossier.call(), dossier.callVersion()), typed, crumbs, model);
    }

    private String show(Call call, Typed typed, List<Crumb> crumbs, Model model) {
        var parameters = call.parameters();
        crumbs.add(0, new Crumb("/porteur", labels.text("menu.mine")));
        model.addAttribute("crumbs", crumbs);
        model.addAttribute("call", CallLine.of(call, clock.instant()));
        model.addAttribute("measures", labels.measures(parameters));
        model.addAttribute("scales", labels.of("scale", Scale.values()));
        model.addAttribute("kinds", labels.of("holderKind", HolderKind.values()));
        model.addAttribute("themes", labels.themes(parameters));
        model.addAttribute("yesOrNo", Choice.yesOrNo());
        model.addAttribute("typed", typed);
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Faults.none());
        }
        return "portal/fiche";
    }
}
