package fr.ruche.notification;

import fr.ruche.common.FrenchDay;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Decision;
import fr.ruche.funding.DecisionTaken;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The letter that notifies a decision, with its amounts, its reasons and the remedies (APP-02). */
@Component
class TellDecision {

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final Calls calls;

    TellDecision(Notifications notifications, Dossiers dossiers, Calls calls) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.calls = calls;
    }

    @EventListener
    void on(DecisionTaken event) {
        var letter = switch (event.decision().outcome()) {
            case ATTRIBUE -> Letter.GRANTED;
            case REJETE -> Letter.REJECTED;
            case LISTE_COMPLEMENTAIRE -> Letter.RESERVE;
        };
        notifications.write(event.dossier(), letter, values(event));
    }

    private Map<String, String> values(DecisionTaken event) {
        var decision = event.decision();
        var values = new HashMap<String, String>();
        values.put("deliberation", decision.deliberationNumber());
        values.put("decidedOn", FrenchDay.format(decision.deliberationDate()));
        values.put("operating", LetterValues.amount(decision.operating()));
        values.put("investment", LetterValues.amount(decision.investment()));
        values.put("total", LetterValues.amount(decision.operating().add(decision.investment())));
        values.put("reason", LetterValues.text(decision.reason()));
        values.put("reserveUntil", decision.reserveUntil() == null ? "" : FrenchDay.format(decision.reserveUntil()));
        values.put("convention", convention(dossiers.get(event.dossier()), decision));
        return values;
    }

    /** A private body signs a convention above the threshold (CONV-01, loi 2000-321 art. 10). */
    private String convention(DossierCase dossier, Decision decision) {
        var threshold = calls.current(dossier.call()).parameters().choices().conventionThreshold();
        var holder = dossier.fiche().holder();
        var privateBody =
                holder != null && (holder.kind() == HolderKind.ASSOCIATION || holder.kind() == HolderKind.AUTRE);
        var above = decision.operating().add(decision.investment()).compareTo(threshold) > 0;
        return privateBody && above
                ? "Le montant dépasse " + LetterValues.amount(threshold)
                        + " : une convention vous sera adressée pour signature avant tout versement."
                : "";
    }
}
