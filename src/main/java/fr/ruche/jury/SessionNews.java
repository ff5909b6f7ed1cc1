package fr.ruche.jury;

/**
 * What the members of a session are to be told; published in the transaction of what happened.
 *
 * @param about the dossier and what became of it, or the motive; empty for a convocation
 */
public record SessionNews(JurySession session, Kind kind, String about) {

    /** What happened. */
    public enum Kind {
        /** The agenda is settled: the convocation leaves. */
        CONVOKED,
        /** It changed after that. */
        AGENDA_CHANGED,
        /** Too few came: the same agenda at another time. */
        RECONVENED,
        CANCELLED
    }
}
