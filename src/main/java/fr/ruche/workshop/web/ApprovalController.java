package fr.ruche.workshop.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.workshop.Approvals;
import fr.ruche.workshop.Comment;
import fr.ruche.workshop.Comments;
import fr.ruche.workshop.Followers;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.VersionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What becomes of a version, what is said of it, and how it comes in and goes out. */
@RestController
@RequestMapping(VersionController.PATH)
@Tag(name = "Atelier des modèles")
class ApprovalController {

    static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Approvals approvals;
    private final ProgrammeVersions versions;
    private final Comments comments;
    private final Followers followers;
    private final Actors actors;

    ApprovalController(
            Approvals approvals, ProgrammeVersions versions, Comments comments, Followers followers, Actors actors) {
        this.approvals = approvals;
        this.versions = versions;
        this.comments = comments;
        this.followers = followers;
        this.actors = actors;
    }

    @PostMapping("/versions/{id}/test")
    @Operation(
            summary = "Éprouver un brouillon",
            description = "L’examine en entier et joue ses scénarios. Sans erreur, la version est éprouvée (`TESTED`) ;"
                    + " sinon 400, une faute par point à mettre au point. Réservé aux modeleurs.")
    VersionView test(@PathVariable UUID id) {
        return approvals.test(id, actors.required());
    }

    @PostMapping("/versions/{id}/submit")
    @Operation(
            summary = "Demander l’approbation",
            description = "`message` dit ce qui change et pourquoi. Ce qui n’est pas éprouvé l’est d’abord. Toute"
                    + " modification fait tomber la demande. Réservé aux modeleurs.")
    VersionView submit(@PathVariable UUID id, @RequestBody Reason message) {
        return approvals.submit(id, Objects.requireNonNullElse(message.message(), ""), actors.required());
    }

    @PostMapping("/versions/{id}/approve")
    @Operation(
            summary = "Approuver",
            description =
                    "`request` est la demande qui a été lue. Réservé à un gestionnaire qui n’a ni fait, ni modifié,"
                            + " ni demandé la version.")
    VersionView approve(@PathVariable UUID id, @RequestBody Verdict answer) {
        return approvals.approve(id, request(answer), actors.required());
    }

    @PostMapping("/versions/{id}/refuse")
    @Operation(
            summary = "Refuser",
            description =
                    "`reason` est lu par le modeleur. Reprend aussi une approbation, tant que la version n’est pas"
                            + " en service. Réservé aux gestionnaires.")
    VersionView refuse(@PathVariable UUID id, @RequestBody Verdict answer) {
        return approvals.refuse(
                id, request(answer), Objects.requireNonNullElse(answer.reason(), ""), actors.required());
    }

    private static UUID request(Verdict answer) {
        if (answer.request() == null) {
            throw Rejected.because("request", "REQUIRED", Sentences.of("workshop.request.required"));
        }
        return answer.request();
    }

    @PostMapping("/versions/{id}/publish")
    @Operation(
            summary = "Mettre en service",
            description =
                    "À l’instant `at` ; tout de suite sans lui, ou s’il est passé. Les nouveaux dossiers suivent alors cette version ; ceux en"
                            + " cours gardent la leur. Réservé aux modeleurs et aux gestionnaires, une fois la version approuvée.")
    VersionView publish(@PathVariable UUID id, @RequestBody(required = false) @Nullable Service moment) {
        return approvals.publish(id, moment == null ? null : moment.at(), actors.required());
    }

    @PostMapping("/versions/{id}/unplan")
    @Operation(summary = "Annuler une mise en service prévue", description = "L’approbation reste.")
    VersionView unplan(@PathVariable UUID id) {
        return approvals.unplan(id, actors.required());
    }

    @PostMapping("/versions/{id}/again")
    @Operation(
            summary = "Remettre une ancienne version en service",
            description = "Fait une version avec ses fichiers et en demande l’approbation. Réservé aux modeleurs.")
    ResponseEntity<VersionView> again(@PathVariable UUID id, @RequestBody Reason message) {
        return created(approvals.again(id, Objects.requireNonNullElse(message.message(), ""), actors.required()));
    }

    @PostMapping("/versions/{id}/discard")
    @Operation(summary = "Abandonner un brouillon", description = "Il reste lisible. Réservé aux modeleurs.")
    VersionView discard(@PathVariable UUID id) {
        return approvals.discard(id, actors.required());
    }

    @GetMapping("/versions/{id}/followers")
    @Operation(
            summary = "Ce qui suit une version",
            description =
                    "Pour chaque processus de la version : combien en suivent cette version, combien d’autres, et où"
                            + " ceux-ci pourraient continuer s’ils étaient repris.")
    List<Followers.Following> followers(@PathVariable UUID id) {
        return followers.of(id, actors.required());
    }

    @GetMapping(value = "/versions/{id}/followers/{process}/{number}", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "Le diagramme que suivent des dossiers",
            description =
                    "Le BPMN 2.0 d’un processus de la version, sous un numéro que le moteur lui a donné : le sien, ou"
                            + " celui d’une autre version que des dossiers suivent encore.")
    String diagram(@PathVariable UUID id, @PathVariable String process, @PathVariable int number) {
        return followers.diagram(id, process, number, actors.required());
    }

    @GetMapping("/versions/{id}/comments")
    @Operation(summary = "Les commentaires d’une version", description = "Les plus anciens d’abord.")
    List<Comment> comments(@PathVariable UUID id) {
        return comments.of(id, actors.required());
    }

    @PostMapping("/versions/{id}/comments")
    @Operation(
            summary = "Commenter",
            description = "Un élément d’un fichier, un fichier, ou toute la version. Réservé aux modeleurs et aux"
                    + " gestionnaires.")
    Comment say(@PathVariable UUID id, @RequestBody Remark remark) {
        return comments.say(
                id,
                Objects.requireNonNullElse(remark.file(), ""),
                remark.element(),
                Objects.requireNonNullElse(remark.text(), ""),
                actors.required());
    }

    @PostMapping("/comments/{id}/done")
    @Operation(summary = "Marquer un commentaire comme traité")
    Comment done(@PathVariable UUID id) {
        return comments.done(id, actors.required());
    }

    @GetMapping(value = "/versions/{id}/zip", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "Une version comme archive zip",
            description =
                    "Rangée en `bpmn/<programme>/`, `forms/<programme>/`… comme dans le dépôt : elle s’ouvre telle"
                            + " quelle dans Camunda Modeler.")
    ResponseEntity<byte[]> zip(@PathVariable UUID id) {
        var me = actors.required();
        var version = versions.get(id, me);
        var name = version.programme() + "-v" + version.number() + ".zip";
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(versions.zip(id, me));
    }

    @PostMapping(value = "/programmes/{programme}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Importer une archive zip",
            description =
                    "Rangée comme celle que l’on exporte (`file`). Fait un brouillon de ce qu’elle contient, et de"
                            + " rien d’autre ; une phrase par fichier qui n’est pas admis, et rien n’est alors gardé. Réservé aux"
                            + " modeleurs.")
    ResponseEntity<VersionView> bring(@PathVariable String programme, @RequestPart("file") MultipartFile file)
            throws IOException {
        return created(versions.bring(programme, file.getBytes(), actors.required()));
    }

    private static ResponseEntity<VersionView> created(VersionView version) {
        return ResponseEntity.created(URI.create(VersionController.PATH + "/versions/" + version.id()))
                .body(version);
    }

    /** @param message what changes, and why */
    record Reason(@Nullable String message) {}

    /** @param request id of the request that was read; @param reason why it is refused */
    record Verdict(@Nullable UUID request, @Nullable String reason) {}

    /** @param at when; null for at once */
    record Service(@Nullable Instant at) {}

    /** @param file bare name, empty for the version as a whole; @param element id of an element in it */
    record Remark(
            @Nullable String file,
            @Nullable String element,
            @Nullable String text) {}
}
