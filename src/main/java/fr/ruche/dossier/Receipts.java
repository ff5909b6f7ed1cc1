package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import fr.ruche.programme.Assessment;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What Ruche itself does at the service tasks of the porteur's part of the process. */
@Service
@Transactional
public class Receipts {

    private final DossierRegister register;
    private final Evaluations evaluations;
    private final Closings closings;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Receipts(
            DossierRegister register,
            Evaluations evaluations,
            Closings closings,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.register = register;
        this.evaluations = evaluations;
        this.closings = closings;
        this.timeline = timeline;
        this.events = events;
    }

    /** The fiche is in: the dossier runs, the rules are evaluated, the porteur is told the instant that counts. */
    public void acknowledgeFiche(DossierNumber number) {
        var dossier = register.forChange(number);
        var arrival = Objects.requireNonNull(dossier.toCase().ficheArrival());
        closings.begin(number, arrival);
        var result = evaluations.keep(dossier.toCase(), Dossiers.Moment.FICHE_DEPOSIT);
        acknowledged(number, "FICHE_ACKNOWLEDGED", arrival, result);
        events.publishEvent(new FicheDeposited(number, arrival, false));
    }

    public void acknowledgeDossier(DossierNumber number) {
        var dossier = register.forChange(number);
        var arrival = Objects.requireNonNull(dossier.toCase().dossierArrival());
        var result = evaluations.keep(dossier.toCase(), Dossiers.Moment.FULL_DEPOSIT);
        acknowledged(number, "FULL_ACKNOWLEDGED", arrival, result);
        events.publishEvent(new FullDossierDeposited(number, arrival, false));
    }

    /** A deadline passed without a deposit. */
    public void lapse(DossierNumber number) {
        closings.become(number, DossierStatus.CADUC, Sentences.of("dossier.lapsed"));
    }

    public void remind(DossierNumber number) {
        var dossier = register.get(number).toCase();
        timeline.addByRuche(number, "HOLDER_REMINDED", Sentences.of("dossier.line.reminded"));
        events.publishEvent(new HolderReminded(number, dossier.step(), dossier.dueAt()));
    }

    /**
     * The dossier has come to its good end, which is no decision on money: the process says when. A dossier of which
     * was decided keeps its decision.
     */
    public void complete(DossierNumber number) {
        if (!register.forChange(number).status().ended()) {
            closings.become(number, DossierStatus.ACHEVE, "");
        }
    }

    /** @param as {@code ABANDONNE}, {@code RETIRE} or {@code REFUSE}; the motive was given with the request */
    public void close(DossierNumber number, DossierStatus as) {
        closings.closed(number, as);
    }

    private void acknowledged(DossierNumber number, String kind, Arrival arrival, Optional<Assessment> result) {
        var rules = result.map(Receipts::told).orElse("");
        timeline.addByRuche(number, kind, Sentences.of("dossier.line.acknowledged", arrival.shown(), rules));
    }

    private static String told(Assessment result) {
        return result.failures().isEmpty()
                ? Sentences.of("rule.noneBroken")
                : Sentences.of("rule.toReview", String.valueOf(result.failures().size()));
    }
}
