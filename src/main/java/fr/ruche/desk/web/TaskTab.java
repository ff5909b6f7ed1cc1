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
import org.springframework.web.servlet.view.RedirectView;

/** The way to Tasklist, and the case file it shows beside a task: an officer decides without leaving the task. */
@Page
class TaskTab {

    /** Sorted by due date, the nearest first; Tasklist itself would begin with the latest made. */
    private static final String BY_DUE_DATE = "/camunda/app/tasklist/default/#/?sorting="
            + "%5B%7B%22sortBy%22:%22dueDate%22,%22sortOrder%22:%22asc%22%7D%5D";

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

    @GetMapping("/bureau/taches")
    RedirectView tasks() {
        return new RedirectView(BY_DUE_DATE);
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
