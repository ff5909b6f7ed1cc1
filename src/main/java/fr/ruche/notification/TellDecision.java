package fr.ruche.notification;

import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.DecisionTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The letter that notifies a decision, with its amounts, its reasons and the remedies (APP-02). */
@Component
class TellDecision {

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final DecisionValues values;

    TellDecision(Notifications notifications, Dossiers dossiers, DecisionValues values) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.values = values;
    }

    @EventListener
    void on(DecisionTaken event) {
        var letter = switch (event.decision().outcome()) {
            case ATTRIBUE -> Letter.GRANTED;
            case REJETE -> Letter.REJECTED;
            case LISTE_COMPLEMENTAIRE -> Letter.RESERVE;
        };
        notifications.write(event.dossier(), letter, values.of(dossiers.get(event.dossier()), event.decision()));
    }
}
