package fr.ruche.notification.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The letters of a dossier, for whoever may see the dossier. */
@RestController
@RequestMapping("/api/v1/dossiers/{number}/messages")
@Tag(name = "Courriers", description = "Ce qui a été écrit au porteur.")
class MessageController {

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final Actors actors;

    MessageController(Notifications notifications, Dossiers dossiers, Actors actors) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Courriers d’un dossier", description = "Du plus ancien au plus récent, en texte.")
    List<Message> of(@PathVariable String number) {
        return notifications.readBy(actors.required(), visible(number));
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Un courrier en PDF", description = "Le fichier conservé au dossier, toujours le même.")
    ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable UUID id) {
        var file = notifications.pdf(visible(number), id, actors.required());
        var name = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(file.content());
    }

    private DossierNumber visible(String number) {
        return dossiers.visibleTo(actors.required(), new DossierNumber(number)).number();
    }
}
