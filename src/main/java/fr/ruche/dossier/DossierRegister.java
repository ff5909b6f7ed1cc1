package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The dossiers, one by one. Whoever changes one holds its row until the end of the transaction: a double click waits
 * for the first click, then finds the step gone.
 */
@Component
class DossierRegister {

    private final EntityManager database;
    private final KeptAway kept;

    DossierRegister(EntityManager database, KeptAway kept) {
        this.database = database;
        this.kept = kept;
    }

    void add(Dossier dossier) {
        database.persist(dossier);
        database.flush();
    }

    Optional<Dossier> find(String number) {
        return Optional.ofNullable(database.find(Dossier.class, number));
    }

    List<DossierNumber> waiting(String call, String jury, String step) {
        return database.createQuery(
                        "select d.number from Dossier d where d.call = :call and d.jury = :jury and d.step = :step"
                                + " and d.suspendedAt is null order by d.number",
                        String.class)
                .setParameter("call", call)
                .setParameter("jury", jury)
                .setParameter("step", step)
                .getResultStream()
                .map(DossierNumber::new)
                .toList();
    }

    List<Dossier> all(Set<String> numbers) {
        return database.createQuery("select d from Dossier d where d.number in :numbers", Dossier.class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    Dossier get(DossierNumber number) {
        return find(number.value()).orElseThrow(DossierRegister::unknown);
    }

    Dossier forChange(DossierNumber number) {
        return findForChange(number.value()).orElseThrow(DossierRegister::unknown);
    }

    Optional<Dossier> findForChange(String number) {
        return Optional.ofNullable(database.find(Dossier.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    /** For a change of the porteur, who must hold the dossier, at one of these steps. */
    Dossier ofHolder(DossierNumber number, String holder, Set<String> steps) {
        var dossier = forChange(number);
        if (!dossier.heldBy(holder)) {
            throw unknown();
        }
        requireStep(number, dossier, steps);
        return dossier;
    }

    /** For what an officer registers on paper while the dossier waits for its porteur at one of these steps. */
    Dossier forPaper(DossierNumber number, Actor officer, Set<String> steps) {
        var dossier = forChange(number);
        if (!Visibility.allows(officer, dossier.toCase(), kept)) {
            throw unknown();
        }
        requireStep(number, dossier, steps);
        PaperDesk.require(officer, dossier.toCase());
        return dossier;
    }

    Dossier ofHolderOrPaper(DossierNumber number, Actor actor, Set<String> steps) {
        return forChange(number).heldBy(actor.username())
                ? ofHolder(number, actor.username(), steps)
                : forPaper(number, actor, steps);
    }

    private static void requireStep(DossierNumber number, Dossier dossier, Set<String> steps) {
        if (dossier.suspended()) {
            throw new Conflict(Sentences.of("dossier.suspended", number.value()));
        }
        if (dossier.step() == null || !steps.contains(dossier.step())) {
            throw new Conflict(Sentences.of("dossier.elsewhere", number.value()));
        }
    }

    static NotFound unknown() {
        return new NotFound(Sentences.of("dossier.unknown"));
    }
}
