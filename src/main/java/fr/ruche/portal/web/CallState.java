package fr.ruche.portal.web;

import fr.ruche.programme.Call;
import java.time.Instant;

/** What one may do today in a call. */
enum CallState {
    UPCOMING,
    /** Fiches are taken. */
    OPEN,
    /** Only dossiers whose fiche was deposited go on. */
    DOSSIERS,
    CLOSED;

    private static final String ANYWHERE = "";

    static CallState of(Call call, Instant now) {
        if (call.acceptsFiches(ANYWHERE, now)) {
            return OPEN;
        }
        if (now.isBefore(call.ficheLimit(ANYWHERE))) {
            return UPCOMING;
        }
        return now.isBefore(call.dossierLimit(ANYWHERE)) ? DOSSIERS : CLOSED;
    }

    boolean current() {
        return this != CLOSED;
    }
}
