package fr.ruche.notification.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessageController {

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final Actors actors;

    MessageController(Notifications notifications, Dossiers dossiers, Actors actors) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** What was written to the porteur of a dossier, the oldest first. */
    @GetMapping("/api/v1/dossiers/{number}/messages")
    List<Message> of(@PathVariable String number) {
        var dossier = dossiers.visibleTo(actors.required(), new DossierNumber(number));
        return notifications.of(dossier.number());
    }
}
