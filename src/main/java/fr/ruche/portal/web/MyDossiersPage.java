package fr.ruche.portal.web;

import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.DossierSummary;
import fr.ruche.identity.Actors;
import fr.ruche.page.Page;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a porteur starts: what waits for them, what they deposited, which calls are open. */
@Page
@RequestMapping("/porteur")
class MyDossiersPage {

    private final OwnDossiers own;
    private final Calls calls;
    private final Actors actors;
    private final Clock clock;

    MyDossiersPage(OwnDossiers own, Calls calls, Actors actors, Clock clock) {
        this.own = own;
        this.calls = calls;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    String mine(Model model) {
        var mine = own.of(actors.required());
        model.addAttribute("dossiers", mine);
        model.addAttribute("waiting", waiting(mine));
        var now = clock.instant();
        model.addAttribute(
                "open",
                calls.all().stream()
                        .map(call -> CallLine.of(call, now))
                        .filter(line -> line.state() == CallState.OPEN)
                        .toList());
        return "portal/mine";
    }

    private static List<DossierSummary> waiting(List<DossierSummary> mine) {
        return mine.stream()
                .filter(d -> "PORTEUR".equals(d.clock()) && d.status() != DossierStatus.BROUILLON)
                .toList();
    }
}
