package fr.ruche.desk.web;

import fr.ruche.dossier.DossierCount;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.StepNames;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.notification.Notices;
import fr.ruche.page.Page;
import fr.ruche.page.Stages;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an officer starts: how many dossiers wait at each step, which are late. */
@Page
class DeskPage {

    private static final int FEW = 10;

    private final Dossiers dossiers;
    private final StepNames steps;
    private final Notices notices;
    private final Absences absences;
    private final Actors actors;

    DeskPage(Dossiers dossiers, StepNames steps, Notices notices, Absences absences, Actors actors) {
        this.steps = steps;
        this.dossiers = dossiers;
        this.notices = notices;
        this.absences = absences;
        this.actors = actors;
    }

    @GetMapping("/bureau")
    String desk(Model model) {
        var me = actors.required();
        model.addAttribute(
                "counts",
                Stream.concat(Stages.STEPS.stream(), steps.ofModellers().stream())
                        .map(step ->
                                new Count(step, steps.name(step), dossiers.count(DossierFilter.ALL.atStep(step), me)))
                        .filter(count -> count.dossiers().counted() > 0)
                        .toList());
        var late = DossierFilter.ALL.toDo(DossierFilter.Due.LATE);
        model.addAttribute("late", dossiers.search(late, me, 0, FEW, DossierSort.DUE));
        model.addAttribute("silence", dossiers.nearSilence(me));
        model.addAttribute("total", dossiers.count(DossierFilter.ALL, me));
        model.addAttribute("granted", dossiers.count(DossierFilter.ALL.inStatus(DossierStatus.ATTRIBUE), me));
        model.addAttribute("unknown", me.is(Role.MANAGER) ? notices.late(me) : 0L);
        model.addAttribute("away", absences.today(me));
        model.addAttribute("paper", PaperFichePage.mayRegister(me));
        return "desk/home";
    }

    /** How many dossiers that one may see wait at a step. */
    record Count(String step, String label, DossierCount dossiers) {}
}
