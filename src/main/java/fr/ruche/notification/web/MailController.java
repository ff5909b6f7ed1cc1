package fr.ruche.notification.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Notifications;
import fr.ruche.notification.Undelivered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The e-mails that did not reach their porteur, for the administrator and the manager. */
@RestController
@RequestMapping("/api/v1/undelivered-mails")
@Tag(name = "Courriels non remis", description = "Pourquoi ils ne sont pas arrivés, et une fois de plus.")
class MailController {

    private final Notifications notifications;
    private final Actors actors;

    MailController(Notifications notifications, Actors actors) {
        this.notifications = notifications;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les courriels non remis (administrateur, gestionnaire)",
            description =
                    "Ceux qui ont échoué, du plus ancien au plus récent, 500 au plus. `givenUp` : il n’y aura plus"
                            + " d’essai sans `retry`.")
    List<Undelivered> all() {
        return notifications.undelivered(actors.required());
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Faire repartir un courriel abandonné (administrateur, gestionnaire)",
            description = "Vers l’adresse connue aujourd’hui. Un courriel qui n’est pas abandonné reste comme il est.")
    void retry(@PathVariable UUID id) {
        notifications.sendAgain(id, actors.required());
    }
}
