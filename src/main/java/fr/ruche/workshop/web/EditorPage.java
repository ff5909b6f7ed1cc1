package fr.ruche.workshop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Page;
import fr.ruche.workshop.FileKind;
import fr.ruche.workshop.FileView;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.StatedFiles;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One file of a version, drawn and written in the browser; whoever may not change it sees the same, still. */
@Page
class EditorPage {

    private final ProgrammeVersions versions;
    private final Actors actors;
    private final List<StatedFiles> stated;
    private final ObjectMapper json;

    EditorPage(ProgrammeVersions versions, Actors actors, List<StatedFiles> stated, ObjectMapper json) {
        this.versions = versions;
        this.actors = actors;
        this.stated = stated;
        this.json = json;
    }

    @GetMapping("/bureau/atelier/{id}/fichiers/{name}")
    String edit(@PathVariable UUID id, @PathVariable String name, Model model) throws JsonProcessingException {
        var me = actors.required();
        var version = versions.get(id, me);
        var file = version.file(name).orElseThrow(() -> new NotFound(Sentences.of("workshop.file.unknown", name)));
        model.addAttribute("version", version);
        model.addAttribute("file", file);
        model.addAttribute("editable", version.state().open() && me.is(Role.MODELLER));
        model.addAttribute("comments", me.is(Role.MODELLER) || me.is(Role.MANAGER));
        model.addAttribute("editor", editor(file.kind()));
        model.addAttribute("words", words(file));
        model.addAttribute("texts", json.writeValueAsString(Sentences.beginning("editor.")));
        return "workshop/edit";
    }

    /** What may stand between braces in it. */
    private List<StatedFiles.Word> words(FileView file) {
        return stated.stream()
                .filter(one -> one.kind() == file.kind())
                .flatMap(one -> one.words(file.stem()).stream())
                .toList();
    }

    /** The script that draws files of this kind. */
    private static String editor(FileKind kind) {
        return kind.model() ? kind.name().toLowerCase(Locale.ROOT) : "text";
    }
}
