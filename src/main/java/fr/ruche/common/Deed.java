package fr.ruche.common;

/**
 * Something that somebody did and of which nothing else keeps who and when. Published as an event in the transaction
 * that does it; the audit keeps it there, with who is acting and for whom.
 *
 * @param subject number of the dossier, id of the session or of the meeting, code of the call, account: by it, who may
 *     not see a dossier is kept from what was done to it
 * @param action a code such as {@code AGENDA_SETTLED}
 * @param told a French sentence; never a mark, a score or what another dossier is given
 */
public record Deed(Domain domain, String subject, String action, String told) {

    /** What a fact is about. */
    public enum Domain {
        DOSSIER,
        ENVELOPE,
        /** A call, its parameters, the texts of its letters, the models, the territories. */
        RULE,
        /** An account, a role, an absence, a seat, an interest. */
        RIGHT,
        /** Of a jury or of the commission: convocation, roll, marks, deliberation, vote. */
        SESSION,
        EXPORT,
        /** Commands of the operator, e-mails sent again, work of the engine tried again. */
        OPERATION,
        /** A row that counts and that the timeline of its dossier tells in words already. */
        EVIDENCE;

        /** In French. */
        public String label() {
            return Sentences.of("journal.domain." + name());
        }
    }
}
