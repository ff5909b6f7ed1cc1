package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Letter;
import fr.ruche.notification.LetterTemplates;
import fr.ruche.notification.LetterText;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A manager reads and changes the texts of the letters, and sees them with a real dossier before porteurs do. */
@Page
@RequestMapping("/bureau/gestion/courriers")
class LettersPage {

    private static final String ADDRESS = "/bureau/gestion/courriers";

    private final LetterTemplates templates;
    private final Actors actors;
    private final Texts texts;

    LettersPage(LetterTemplates templates, Actors actors, Texts texts) {
        this.templates = templates;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", templates.all(actors.required()));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        return "desk/letters";
    }

    @GetMapping("/{letter}")
    String edit(@PathVariable Letter letter, Model model) {
        var history = templates.history(letter, actors.required());
        var current = history.get(0);
        model.addAttribute("template", current);
        model.addAttribute("history", history);
        model.addAttribute("shipped", templates.shipped(letter));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/gestion", texts.of("menu.settings")),
                        new Crumb(ADDRESS, texts.of("letters.title"))));
        Form.ready(
                model,
                Typed.empty()
                        .put("version", current.version())
                        .put("subject", current.subject())
                        .put("body", current.body()));
        return "desk/letter";
    }

    @PostMapping("/{letter}")
    String change(@PathVariable Letter letter, Form form, Model model) {
        return form.answer(
                "letter.changed",
                typed -> {
                    templates.change(letter, version(typed), text(typed), actors.required());
                    return ADDRESS + "/" + letter;
                },
                () -> edit(letter, model));
    }

    @PostMapping(path = "/{letter}", params = "reset")
    String reset(@PathVariable Letter letter, Form form, Model model) {
        return form.answer(
                "letter.reset",
                typed -> {
                    templates.reset(letter, version(typed), actors.required());
                    return ADDRESS + "/" + letter;
                },
                () -> edit(letter, model));
    }

    /** Shows the letter below the text, which stays as it was typed; nothing is kept. */
    @PostMapping(path = "/{letter}", params = "preview")
    Object preview(@PathVariable Letter letter, Form form, Model model) {
        return form.show(
                typed -> {
                    model.addAttribute(
                            "preview",
                            templates.preview(letter, text(typed), typed.value("dossier"), actors.required()));
                    return form.again(() -> edit(letter, model));
                },
                () -> edit(letter, model));
    }

    @PostMapping(path = "/{letter}", params = "pdf")
    Object previewPdf(@PathVariable Letter letter, Form form, Model model) {
        return form.show(
                typed -> pdf(
                        letter, templates.previewPdf(letter, text(typed), typed.value("dossier"), actors.required())),
                () -> edit(letter, model));
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
