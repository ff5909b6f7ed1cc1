package fr.ruche.conformity;

import fr.ruche.common.Conflict;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answers of the intercommunalities to the fiches, and of the Region in place of a silent one. */
@Service
@Transactional
public class ConformityChecks {

    private final Dossiers dossiers;
    private final ConformityOpinions opinions;
    private final ConformityRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConformityChecks(
            Dossiers dossiers,
            ConformityOpinions opinions,
            ConformityRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the answer and tells the dossier. A new answer replaces the former, which stays in the history.
     *
     * @param byRegion whether the Region answers in place of a silent intercommunality (A7)
     * @throws Rejected without a required reason or rank, or when the rank belongs to another dossier
     */
    public void give(DossierNumber number, ConformityAnswer answer, Actor by, boolean byRegion) {
        var dossier = dossiers.get(number);
        var territory = territoryOf(dossier);
        rules.check(dossier, territory, answer);
        freeRanks(number);
        keep(new ConformityOpinion(dossier, territory, answer, by, byRegion, clock.instant()));
        answer.verdict().fact().ifPresent(fact -> dossiers.noteConformity(number, fact));
        dossiers.note(number, "CONFORMITY_GIVEN", sentence(answer, byRegion));
        events.publishEvent(new ConformityGiven(number, answer.verdict(), answer.reason(), byRegion));
    }

    /** The intercommunality has not answered yet: reminds it. */
    public void remind(DossierNumber number) {
        dossiers.note(number, "CONFORMITY_REMINDED", Sentences.of("conformity.reminded"));
        events.publishEvent(new ConformityReminded(number, territoryOf(dossiers.get(number))));
    }

    /** Ends the dossier on the last answer, which is not conform. */
    public void reject(DossierNumber number) {
        var reason = latest(number).map(Opinion::reason).orElse("");
        dossiers.become(number, DossierStatus.NON_CONFORME, reason);
    }

    /** Every answer given, the oldest first. */
    @Transactional(readOnly = true)
    public List<Opinion> history(DossierNumber number) {
        return opinions.findByDossierOrderByGivenAt(number.value()).stream()
                .map(ConformityOpinion::toOpinion)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Opinion> latest(DossierNumber number) {
        var all = history(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The history as a text, one line for each answer; empty before the first. */
    @Transactional(readOnly = true)
    public String summary(DossierNumber number) {
        return history(number).stream().map(ConformityChecks::line).collect(Collectors.joining("\n"));
    }

    /** Whether a favourable answer on this dossier must carry a priority rank. */
    @Transactional(readOnly = true)
    public boolean rankRequired(DossierNumber number) {
        return rules.rankRequired(dossiers.get(number));
    }

    /** A dossier that stops no longer stands between the others. */
    @EventListener
    void freeRankOf(DossierStatusChanged change) {
        if (change.to().ended() && change.to() != DossierStatus.ATTRIBUE) {
            freeRanks(change.dossier());
        }
    }

    private void freeRanks(DossierNumber number) {
        opinions.findByDossierOrderByGivenAt(number.value()).forEach(ConformityOpinion::freeRank);
        opinions.flush();
    }

    private void keep(ConformityOpinion opinion) {
        try {
            opinions.saveAndFlush(opinion);
        } catch (DataIntegrityViolationException takenMeanwhile) {
            var rank = opinion.heldRank();
            throw rank == null ? takenMeanwhile : new Rejected(List.of(ConformityRules.rankTaken(rank)));
        }
    }

    private static String territoryOf(DossierCase dossier) {
        var territory = dossier.territory();
        if (territory == null) {
            throw new Conflict(Sentences.of("conformity.nowhere"));
        }
        return territory;
    }

    private static String line(Opinion opinion) {
        var day = FrenchDay.format(ParisTime.dayOf(opinion.at()));
        var reason = opinion.reason() == null ? "" : " " + opinion.reason();
        return day + " : " + opinion.verdict().label() + " (" + opinion.by() + ")." + reason;
    }

    private static String sentence(ConformityAnswer answer, boolean byRegion) {
        var who = Sentences.of(byRegion ? "conformity.byRegion" : "conformity.byEpci");
        var rank = answer.priorityRank() == null
                ? ""
                : Sentences.of("conformity.rank", answer.priorityRank().toString());
        var reason = answer.reason() == null ? "" : Sentences.of("line.motive", answer.reason());
        return Sentences.of("conformity.line", who, answer.verdict().label(), rank, reason);
    }
}
