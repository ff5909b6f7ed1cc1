package fr.ruche.notification.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Notice;
import fr.ruche.notification.Notices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decisions that their porteurs do not know yet, for the manager. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notifications", description = "Les décisions que leur porteur n’a pas encore reçues.")
class NoticeController {

    private final Notices notices;
    private final Actors actors;

    NoticeController(Notices notices, Actors actors) {
        this.notices = notices;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les décisions qui ne sont pas encore notifiées (gestionnaire)",
            description = "D’abord celles à poster ou à remettre (`TO_HAND`), avant le jour `due` ; puis celles qui se"
                    + " lisent en ligne (`AVAILABLE`), réputées reçues le jour `on`.")
    List<Notice> waiting() {
        return notices.waiting(actors.required());
    }

    @PutMapping("/{message}")
    @Operation(
            summary = "Dire quand une décision a été remise sur papier (gestionnaire)",
            description = "`on` est le jour de la remise, ou celui de la distribution par la poste.")
    Notice handed(@PathVariable UUID message, @RequestBody Handed handed) {
        return notices.handed(message, handed.on(), actors.required());
    }

    record Handed(@Nullable LocalDate on) {}
}
