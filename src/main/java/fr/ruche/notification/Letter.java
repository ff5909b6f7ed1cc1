package fr.ruche.notification;

import java.util.Locale;

/** What is written to a porteur; the text of each is the file of the same name in {@code letters/}. */
public enum Letter {
    FICHE_RECEIVED,
    FICHE_CORRECTED,
    FICHE_TO_CORRECT,
    FICHE_CONFORM,
    FICHE_NOT_CONFORM,
    DOSSIER_RECEIVED,
    DOCUMENTS_REQUESTED,
    DOCUMENTS_RECEIVED,
    REMINDER,
    LAPSED,
    INADMISSIBLE,
    JURY_POSTPONED,
    REDIRECTED,
    GRANTED,
    REJECTED,
    RESERVE,
    ABANDONED,
    WITHDRAWN;

    /** {@code fiche-received.txt} */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
