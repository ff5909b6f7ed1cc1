package fr.ruche.workshop.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.workshop.FileKind;
import fr.ruche.workshop.Pen;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.ProgrammeView;
import fr.ruche.workshop.VersionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programmes, their versions and the files of these. */
@RestController
@RequestMapping(VersionController.PATH)
@Tag(name = "Atelier des modèles")
class VersionController {

    static final String PATH = "/api/v1/workshop";

    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private final ProgrammeVersions versions;
    private final Actors actors;

    VersionController(ProgrammeVersions versions, Actors actors) {
        this.versions = versions;
        this.actors = actors;
    }

    @GetMapping("/programmes")
    @Operation(
            summary = "Les programmes et leurs versions",
            description = "Les versions les plus récentes d’abord, sans celles que l’on a abandonnées. Réservé aux"
                    + " modeleurs, gestionnaires et administrateurs, comme toutes ces adresses.")
    List<ProgrammeView> programmes() {
        return versions.programmes(actors.required());
    }

    @PostMapping("/programmes")
    @Operation(summary = "Ouvrir un programme", description = "Avec un premier brouillon, vide. Réservé aux modeleurs.")
    ResponseEntity<VersionView> create(@RequestBody NewProgramme programme) {
        return created(versions.create(
                Objects.requireNonNullElse(programme.code(), ""),
                Objects.requireNonNullElse(programme.name(), ""),
                actors.required()));
    }

    @PostMapping("/programmes/{programme}/versions")
    @Operation(
            summary = "Faire un brouillon",
            description = "À partir de la version `from`, ou de celle qui est en service. Réservé aux modeleurs.")
    ResponseEntity<VersionView> draft(
            @PathVariable String programme, @RequestBody(required = false) @Nullable From from) {
        return created(versions.draft(programme, from == null ? null : from.from(), actors.required()));
    }

    private static ResponseEntity<VersionView> created(VersionView version) {
        return ResponseEntity.created(URI.create(PATH + "/versions/" + version.id()))
                .body(version);
    }

    @GetMapping("/versions/{id}")
    @Operation(summary = "Une version, ses fichiers et ses demandes d’approbation")
    VersionView version(@PathVariable UUID id) {
        return versions.get(id, actors.required());
    }

    @GetMapping(value = "/versions/{id}/files/{name}", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "Le contenu d’un fichier",
            description = "Tel quel. L’en-tête `ETag` porte sa révision, qu’une modification doit rappeler.")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String name) {
        var found = versions.file(id, name, actors.required());
        return ResponseEntity.ok()
                .eTag("\"" + found.file().revision() + "\"")
                // never shown as a page of ours: its content is somebody's
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + found.file().name() + "\"")
                .contentType(type(found.file().kind()))
                .body(found.bytes());
    }

    private static MediaType type(FileKind kind) {
        return switch (kind) {
            case BPMN, DMN -> MediaType.APPLICATION_XML;
            case FORM -> MediaType.APPLICATION_JSON;
            case CALL, LETTER, SCENARIO -> new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
        };
    }

    @PutMapping(value = "/versions/{id}/files/{name}", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary = "Écrire un fichier",
            description =
                    "`If-Match` porte la révision qui a été lue ; `If-None-Match: *` dit que le fichier est nouveau."
                            + " 409 quand un autre l’a modifié entre-temps (`by`, `at`), 423 quand un autre en tient la plume"
                            + " (`by`, et `at` : jusqu’à quand). La version redevient un brouillon, et sa demande d’approbation"
                            + " tombe. Réservé aux modeleurs.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<Written> write(
            @PathVariable UUID id,
            @PathVariable String name,
            InputStream content,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String none)
            throws IOException {
        var revision = versions.write(
                id,
                name,
                content.readNBytes(versions.most() + 1), // one more tells that there is more
                "*".equals(none) ? 0 : revision(match),
                actors.required());
        return ResponseEntity.ok().eTag("\"" + revision + "\"").body(new Written(revision));
    }

    @DeleteMapping("/versions/{id}/files/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Retirer un fichier", description = "`If-Match` porte sa révision. Réservé aux modeleurs.")
    void remove(
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        versions.remove(id, name, revision(match), actors.required());
    }

    private static int revision(@Nullable String match) {
        var tag = TAG.matcher(Objects.requireNonNullElse(match, ""));
        if (!tag.matches()) {
            throw Rejected.because("If-Match", "REQUIRED", Sentences.of("workshop.match"));
        }
        return Integer.parseInt(tag.group(1));
    }

    @PostMapping("/versions/{id}/files/{name}/pen")
    @Operation(
            summary = "Prendre la plume d’un fichier, ou la garder",
            description =
                    "Les autres ne l’écrivent pas pendant ce temps (cinq minutes, sauf réglage). `take` la prend à"
                            + " qui la tient, qui l’apprend à son prochain enregistrement. Réservé aux modeleurs.")
    Pen takePen(@PathVariable UUID id, @PathVariable String name, @RequestBody(required = false) @Nullable Take take) {
        return versions.takePen(id, name, take != null && take.take(), actors.required());
    }

    @DeleteMapping("/versions/{id}/files/{name}/pen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Poser la plume")
    void putPenDown(@PathVariable UUID id, @PathVariable String name) {
        versions.putPenDown(id, name, actors.required());
    }

    @GetMapping("/versions/{id}/review")
    @Operation(
            summary = "Ce que la porte des déploiements trouve dans une version",
            description = "Comme `POST /api/v1/models/review` le dit d’un envoi, et ce qui ne va pas dans les réglages"
                    + " d’appels et les courriers.")
    ModelController.Reviewed review(@PathVariable UUID id) {
        var review = versions.review(id, actors.required());
        return new ModelController.Reviewed(review.accepted(), review.findings());
    }

    /** @param code name of its folders; @param name what people call it */
    record NewProgramme(@Nullable String code, @Nullable String name) {}

    /** @param from id of the version that the draft begins with */
    record From(
            @Parameter(description = "Version dont part le brouillon") @Nullable UUID from) {}

    /** @param take whether it is taken out of somebody else's hand */
    record Take(boolean take) {}

    /** @param revision of the file as it is now */
    record Written(int revision) {}
}
