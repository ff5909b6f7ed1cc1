package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Letter;
import fr.ruche.notification.LetterTemplates;
import fr.ruche.notification.LetterText;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.workshop.Programmes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A manager reads and changes the texts of the letters, of all programmes or of one, and sees them with a real dossier
 * before porteurs do.
 */
@Page
@RequestMapping("/bureau/gestion/courriers")
class LettersPage {

    private static final String ADDRESS = "/bureau/gestion/courriers";

    private final LetterTemplates templates;
    private final Programmes programmes;
    private final Actors actors;
    private final Texts texts;

    LettersPage(LetterTemplates templates, Programmes programmes, Actors actors, Texts texts) {
        this.templates = templates;
        this.programmes = programmes;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String programme, Model model) {
        model.addAttribute("templates", templates.all(one(programme), actors.required()));
        choosable(programme, model);
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return "desk/letters";
    }

    private void choosable(String programme, Model model) {
        model.addAttribute("programme", programme);
        model.addAttribute(
                "programmes",
                programmes.all().stream()
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList());
    }

    @GetMapping("/{letter}")
    String edit(@PathVariable Letter letter, @RequestParam(defaultValue = "") String programme, Model model) {
        var history = templates.history(one(programme), letter, actors.required());
        var current = history.get(0);
        model.addAttribute("template", current);
        model.addAttribute("history", history);
        model.addAttribute("beneath", templates.beneath(one(programme), letter));
        model.addAttribute(
                "others", programme.isEmpty() ? templates.ofProgrammes(letter, actors.required()) : List.of());
        choosable(programme, model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/gestion", texts.of("menu.settings")),
                        new Crumb(address(null, programme), texts.of("letters.title"))));
        Form.ready(
                model,
                Typed.empty()
                        .put("version", current.version())
                        .put("subject", current.subject())
                        .put("body", current.body()));
        return "desk/letter";
    }

    @PostMapping("/{letter}")
    String change(
            @PathVariable Letter letter, @RequestParam(defaultValue = "") String programme, Form form, Model model) {
        return form.answer(
                "letter.changed",
                typed -> {
                    templates.change(one(programme), letter, version(typed), text(typed), actors.required());
                    return address(letter, programme);
                },
                () -> edit(letter, programme, model));
    }

    @PostMapping(path = "/{letter}", params = "reset")
    String reset(
            @PathVariable Letter letter, @RequestParam(defaultValue = "") String programme, Form form, Model model) {
        return form.answer(
                programme.isEmpty() ? "letter.reset" : "letter.shared",
                typed -> {
                    templates.reset(one(programme), letter, version(typed), actors.required());
                    return address(letter, programme);
                },
                () -> edit(letter, programme, model));
    }

    /** Shows the letter below the text, which stays as it was typed; nothing is kept. */
    @PostMapping(path = "/{letter}", params = "preview")
    Object preview(
            @PathVariable Letter letter, @RequestParam(defaultValue = "") String programme, Form form, Model model) {
        return form.show(
                typed -> {
                    model.addAttribute(
                            "preview",
                            templates.preview(letter, text(typed), typed.value("dossier"), actors.required()));
                    return form.again(() -> edit(letter, programme, model));
                },
                () -> edit(letter, programme, model));
    }

    @PostMapping(path = "/{letter}", params = "pdf")
    Object previewPdf(
            @PathVariable Letter letter, @RequestParam(defaultValue = "") String programme, Form form, Model model) {
        return form.show(
                typed -> pdf(
                        letter, templates.previewPdf(letter, text(typed), typed.value("dossier"), actors.required())),
                () -> edit(letter, programme, model));
    }

    /** The programme whose letters are looked at; none for all of them. */
    private static @Nullable String one(String programme) {
        return programme.isEmpty() ? null : programme;
    }

    private static String address(@Nullable Letter letter, String programme) {
        return ADDRESS + (letter == null ? "" : "/" + letter) + (programme.isEmpty() ? "" : "?programme=" + programme);
    }

    private ResponseEntity<byte[]> pdf(Letter letter, byte[] content) {
        var name = ContentDisposition.attachment()
                .filename(texts.of("letters.previewFile", texts.of("letter." + letter)), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(content);
    }

    private static LetterText text(Typed typed) {
        return LetterText.typed(typed.value("subject"), typed.value("body"));
    }

    private static int version(Typed typed) {
        return Objects.requireNonNullElse(typed.whole("version"), -1);
    }
}
