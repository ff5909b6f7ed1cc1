package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.territory.Contours;
import fr.ruche.territory.Territories;
import java.io.IOException;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An administrator, or a manager, imports the contours that the map of the cockpit draws. */
@Page
@RequestMapping(ContoursPage.PATH)
class ContoursPage {

    static final String PATH = "/bureau/gestion/contours";

    private final Contours contours;
    private final Territories territories;
    private final Actors actors;
    private final Texts texts;

    ContoursPage(Contours contours, Territories territories, Actors actors, Texts texts) {
        this.contours = contours;
        this.territories = territories;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        contours.origin().ifPresent(origin -> model.addAttribute("origin", origin));
        model.addAttribute("drawn", contours.drawn());
        model.addAttribute("epci", territories.allEpci());
        model.addAttribute("most", contours.most() / 1024);
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/contours";
    }

    @PostMapping
    String replace(@RequestParam MultipartFile file, Form form, Model model) throws IOException {
        var bytes = file.getInputStream().readNBytes(contours.most() + 1); // one more tells that there is more
        return form.answer(
                "contours.read",
                typed -> {
                    form.tell(
                            "report",
                            contours.replace(
                                    bytes,
                                    typed.text("property"),
                                    typed.text("source"),
                                    typed.ticked("leaveOthers"),
                                    actors.required()));
                    return PATH;
                },
                () -> show(model));
    }
}
