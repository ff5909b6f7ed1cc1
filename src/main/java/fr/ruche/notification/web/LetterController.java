package fr.ruche.notification.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Letter;
import fr.ruche.notification.LetterTemplate;
import fr.ruche.notification.LetterTemplates;
import fr.ruche.notification.LetterText;
import fr.ruche.notification.Message;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the letters, for the manager. */
@RestController
@RequestMapping("/api/v1/letters")
@Tag(name = "Modèles de courriers", description = "Les textes que règle un gestionnaire.")
class LetterController {

    private final LetterTemplates templates;
    private final Actors actors;

    LetterController(LetterTemplates templates, Actors actors) {
        this.templates = templates;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les textes en vigueur (gestionnaire)",
            description =
                    "`names` est la liste fermée des noms que le texte peut citer entre accolades, avec leur sens."
                            + " Avec `programme`, le code d’un programme en service : ce qui est écrit à ses dossiers ;"
                            + " `source` dit alors si le texte est le sien (`PROGRAMME`), celui de tous les programmes"
                            + " (`COMMON`) ou celui de Ruche (`SHIPPED`), et `stated` s’il est entré en service avec"
                            + " une version du programme.")
    List<LetterTemplate> all(@RequestParam(required = false) @Nullable String programme) {
        return templates.all(programme, actors.required());
    }

    @GetMapping("/{letter}")
    @Operation(summary = "Un texte et ses versions, la dernière d’abord (gestionnaire)")
    List<LetterTemplate> history(
            @PathVariable Letter letter, @RequestParam(required = false) @Nullable String programme) {
        return templates.history(programme, letter, actors.required());
    }

    @PutMapping("/{letter}")
    @Operation(
            summary = "Changer un texte (gestionnaire)",
            description =
                    "`version` est celle qui a été lue : si quelqu’un a changé le texte depuis, la réponse est 409."
                            + " Avec `programme`, le texte ne vaut que pour les dossiers de ce programme.")
    LetterTemplate change(
            @PathVariable Letter letter,
            @RequestParam(required = false) @Nullable String programme,
            @RequestBody Change change) {
        return templates.change(programme, letter, version(change.version()), text(change), actors.required());
    }

    @PostMapping("/{letter}/reset")
    @Operation(
            summary = "Revenir au texte livré (gestionnaire)",
            description = "Avec `programme`, ses dossiers reçoivent de nouveau le texte de tous les programmes.")
    LetterTemplate reset(
            @PathVariable Letter letter,
            @RequestParam(required = false) @Nullable String programme,
            @RequestBody Reset reset) {
        return templates.reset(programme, letter, version(reset.version()), actors.required());
    }

    @PostMapping("/{letter}/preview")
    @Operation(
            summary = "Le courrier tel qu’un dossier le recevrait (gestionnaire)",
            description = "Rien n’est enregistré ni envoyé. Ce que le dossier ne sait pas encore est entre crochets.")
    Message preview(@PathVariable Letter letter, @RequestBody Preview asked) {
        return templates.preview(letter, text(asked), dossier(asked), actors.required());
    }

    @PostMapping(path = "/{letter}/preview/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Le même en PDF (gestionnaire)")
    byte[] previewPdf(@PathVariable Letter letter, @RequestBody Preview asked) {
        return templates.previewPdf(letter, text(asked), dossier(asked), actors.required());
    }

    private static LetterText text(Texts typed) {
        return LetterText.typed(
                Objects.requireNonNullElse(typed.subject(), ""), Objects.requireNonNullElse(typed.body(), ""));
    }

    private static String dossier(Preview asked) {
        return Objects.requireNonNullElse(asked.dossier(), "");
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw new Rejected(List.of(new Fault("version", "REQUIRED", Sentences.of("letterText.version.required"))));
        }
        return version;
    }

    private interface Texts {

        @Nullable String subject();

        @Nullable String body();
    }

    record Change(
            @Nullable Integer version,
            @Nullable String subject,
            @Nullable String body) implements Texts {}

    record Reset(@Nullable Integer version) {}

    record Preview(
            @Nullable String dossier,
            @Nullable String subject,
            @Nullable String body) implements Texts {}
}
