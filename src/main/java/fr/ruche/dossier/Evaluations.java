package fr.ruche.dossier;

import fr.ruche.programme.Assessment;
import fr.ruche.programme.Eligibility;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a dossier against the rules of its call, and keeps what they said. */
@Component
class Evaluations {

    private final EntityManager database;
    private final DossierRegister register;
    private final Eligibility eligibility;
    private final ProjectFacts facts;
    private final Clock clock;

    Evaluations(
            EntityManager database,
            DossierRegister register,
            Eligibility eligibility,
            ProjectFacts facts,
            Clock clock) {
        this.database = database;
        this.register = register;
        this.eligibility = eligibility;
        this.facts = facts;
        this.clock = clock;
    }

    /** Empty, and nothing kept, where the call has no table that judges. */
    Optional<Assessment> keep(DossierCase dossier, Dossiers.Moment moment) {
        var full = moment == Dossiers.Moment.FICHE_DEPOSIT ? null : dossier.full();
        var project = facts.of(dossier, full, full == null ? null : dossier.dossierArrival());
        var said = eligibility.assess(dossier.call(), dossier.callVersion(), project);
        said.ifPresent(result -> {
            database.persist(new RuleEvaluation(dossier.number(), moment, clock.instant(), project, result));
            register.forChange(dossier.number())
                    .failed(result.failures().stream()
                            .map(Assessment.Failure::rule)
                            .distinct()
                            .toList());
        });
        return said;
    }

    /** What the rules would say if this were deposited now; nothing is kept. */
    Optional<Assessment> preview(DossierCase dossier, FullDossier full) {
        var at = dossier.dossierArrival() == null ? Arrival.online(clock.instant()) : dossier.dossierArrival();
        return eligibility.assess(dossier.call(), dossier.callVersion(), facts.of(dossier, full, at));
    }

    List<Evaluation> of(DossierNumber number) {
        return database.createQuery(
                        "select e from RuleEvaluation e where e.dossier = :dossier order by e.id", RuleEvaluation.class)
                .setParameter("dossier", number.value())
                .getResultStream()
                .map(RuleEvaluation::toEvaluation)
                .toList();
    }

    Optional<Assessment> last(DossierNumber number) {
        return database.createQuery(
                        "select e from RuleEvaluation e where e.dossier = :dossier order by e.id desc",
                        RuleEvaluation.class)
                .setParameter("dossier", number.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(RuleEvaluation::result);
    }
}
