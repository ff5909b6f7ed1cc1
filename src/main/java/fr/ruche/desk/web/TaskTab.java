package fr.ruche.desk.web;

import fr.ruche.common.NotFound;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case file as Tasklist shows it beside a task, so that an officer decides without leaving the task. */
@Page
class TaskTab {

    private final Dossiers dossiers;
    private final CaseFileView view;
    private final Actors actors;
    private final Texts texts;

    TaskTab(Dossiers dossiers, CaseFileView view, Actors actors, Texts texts) {
        this.dossiers = dossiers;
        this.view = view;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping("/bureau/taches/{task}")
    String show(@PathVariable String task, Model model) {
        var waiting = dossiers.waiting(List.of(task), actors.required()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(texts.of("task.none")));
        view.show(new DossierNumber(waiting.dossier().number()), model);
        return "desk/task";
    }
}
