package fr.ruche.dossier.web;

import fr.ruche.document.Attachment;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a dossier. A file is only ever downloaded, never shown in place: it may hold anything. */
@RestController
@RequestMapping("/api/v1/dossiers/{number}/documents")
@Tag(name = "Pièces", description = "Les pièces jointes d’un dossier.")
class DocumentController {

    private final DossierDocuments documents;
    private final Actors actors;

    DocumentController(DossierDocuments documents, Actors actors) {
        this.documents = documents;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Liste des pièces", description = "Les pièces en vigueur, remplacées et retirées.")
    List<Attachment> list(@PathVariable String number) {
        return documents.list(new DossierNumber(number), actors.required());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Joindre une pièce",
            description = "Le fichier doit être ce que dit son extension : PDF, PNG, JPEG, ODT, ODS, DOCX, XLSX, CSV ou"
                    + " TXT. `kind` est le code d’une pièce demandée par l’appel, ou `AUTRE` ; `replaces`"
                    + " l’identifiant de la pièce qu’elle remplace.")
    ResponseEntity<Attachment> add(
            @PathVariable String number,
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable UUID replaces)
            throws IOException {
        var upload = new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        var added = documents.add(new DossierNumber(number), kind, upload, actors.required(), replaces);
        var address = URI.create("/api/v1/dossiers/" + number + "/documents/" + added.id());
        return ResponseEntity.created(address).body(added);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Télécharger une pièce")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable UUID id) {
        var content = documents.open(new DossierNumber(number), id, actors.required());
        var name = ContentDisposition.attachment()
                .filename(content.file().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .body(content.bytes());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Retirer une pièce", description = "Tant que le dossier est entre les mains du porteur.")
    void remove(@PathVariable String number, @PathVariable UUID id) {
        documents.remove(new DossierNumber(number), id, actors.required());
    }
}
