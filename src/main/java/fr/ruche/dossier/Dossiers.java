package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What other modules may ask of dossiers and tell them. Every change is one transaction with the engine's own and
 * leaves a line in the timeline.
 */
@Service
public class Dossiers {

    /** @throws fr.ruche.common.NotFound when there is no such dossier */
    public DossierCase get(DossierNumber number) {
        throw new UnsupportedOperationException();
    }

    /**
     * The dossier, if this person may see it: its holder; the conformity officers of its territory, the instructors of
     * its sector and the members of its jury once its fiche is deposited; managers.
     *
     * @throws fr.ruche.common.NotFound when there is none, or the person may not know of it
     */
    public DossierCase visibleTo(Actor actor, DossierNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Opens a draft and starts its process. */
    public DossierNumber open(String call, Actor holder, Fiche draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps a draft or a correction of the fiche, complete or not.
     *
     * @param revision the revision the person has seen, or null not to check
     * @throws fr.ruche.common.Conflict when it changed meanwhile, or the fiche is not the holder's to change now
     */
    public void saveFiche(DossierNumber number, Fiche fiche, Actor holder, @Nullable Long revision) {
        throw new UnsupportedOperationException();
    }

    /**
     * Deposits the fiche, or its correction: receipt at once, the clock passes to the intercommunality.
     *
     * @throws fr.ruche.common.Rejected with every missing or wrong field, or when the limit has passed
     */
    public void depositFiche(DossierNumber number, Actor holder) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the full dossier, complete or not; see {@link #saveFiche}. */
    public void saveFull(DossierNumber number, FullDossier full, Actor holder, @Nullable Long revision) {
        throw new UnsupportedOperationException();
    }

    /** Deposits the full dossier, or the papers asked for afterwards; the rules are evaluated and kept. */
    public void depositFull(DossierNumber number, Actor holder) {
        throw new UnsupportedOperationException();
    }

    /** The holder gives up. @throws fr.ruche.common.Rejected without a motive */
    public void abandon(DossierNumber number, Actor holder, String motive) {
        throw new UnsupportedOperationException();
    }

    /** A manager withdraws the dossier. @throws fr.ruche.common.Rejected without a motive */
    public void withdraw(DossierNumber number, Actor manager, String motive) {
        throw new UnsupportedOperationException();
    }

    /** Evaluates the rules on what is known now, keeps the result with the values used, and returns it. */
    public Assessment assess(DossierNumber number, Moment moment) {
        throw new UnsupportedOperationException();
    }

    /** The latest evaluation kept by {@link #assess}; empty before the first. */
    public Optional<Assessment> lastAssessment(DossierNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Titles of the papers that the call requires of this dossier and that are not attached. */
    public List<String> missingDocuments(DossierNumber number) {
        throw new UnsupportedOperationException();
    }

    /** The facts are written by the steps that establish them. */
    public void noteConformity(DossierNumber number, Conformity conformity) {
        throw new UnsupportedOperationException();
    }

    public void noteUncoveredNeed(DossierNumber number, boolean established) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param jury {@code regional} or the SIREN of the EPCI; @param reason coded, such as {@code ROUTE-02} with its
     *     motive
     */
    public void noteRoute(DossierNumber number, Route route, String jury, String reason) {
        throw new UnsupportedOperationException();
    }

    public void noteGrant(DossierNumber number, BigDecimal operating, BigDecimal investment) {
        throw new UnsupportedOperationException();
    }

    /** Moves the dossier to another status; publishes {@link DossierStatusChanged}. */
    public void become(DossierNumber number, DossierStatus status, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes a line in the timeline, signed by the current actor, or by Ruche itself when there is none.
     *
     * @param kind a code such as {@code CONFORMITY_GIVEN}; @param text a French sentence
     */
    public void note(DossierNumber number, String kind, String text) {
        throw new UnsupportedOperationException();
    }

    /** When the rules are evaluated. */
    public enum Moment {
        FICHE_DEPOSIT,
        FULL_DEPOSIT,
        INSTRUCTION,
        JURY
    }
}
