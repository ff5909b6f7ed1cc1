package fr.ruche.workshop.web;

import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import fr.ruche.workshop.ProgrammeVersions;
import java.io.IOException;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The programmes and their versions; drafts begin here. */
@Page
@RequestMapping(WorkshopPage.PATH)
class WorkshopPage {

    static final String PATH = "/bureau/atelier";

    private final ProgrammeVersions versions;
    private final Actors actors;

    WorkshopPage(ProgrammeVersions versions, Actors actors) {
        this.versions = versions;
        this.actors = actors;
    }

    @GetMapping
    String show(Model model) {
        var me = actors.required();
        model.addAttribute("programmes", versions.programmes(me));
        model.addAttribute("edits", me.is(Role.MODELLER));
        model.addAttribute("crumbs", List.of());
        Form.ready(model, Typed.empty());
        return "workshop/all";
    }

    @PostMapping("/programmes")
    String create(Form form, Model model) {
        return form.answer(
                "workshop.created",
                typed -> address(versions.create(typed.value("code").strip(), typed.value("name"), actors.required())
                        .id()
                        .toString()),
                () -> show(model));
    }

    @PostMapping("/programmes/{programme}/versions")
    String draft(@PathVariable String programme, Form form, Model model) {
        return form.answer(
                "workshop.drafted",
                typed -> address(
                        versions.draft(programme, null, actors.required()).id().toString()),
                () -> show(model));
    }

    @PostMapping("/programmes/{programme}/archive")
    String bring(@PathVariable String programme, @RequestParam MultipartFile file, Form form, Model model)
            throws IOException {
        var archive = file.getBytes();
        model.addAttribute("brought", programme);
        return form.answer(
                "workshop.imported",
                typed -> address(versions.bring(programme, archive, actors.required())
                        .id()
                        .toString()),
                () -> show(model));
    }

    static String address(String version) {
        return PATH + "/" + version;
    }
}
