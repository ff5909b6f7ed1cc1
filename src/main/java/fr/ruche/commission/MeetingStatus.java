package fr.ruche.commission;

import fr.ruche.common.Sentences;

/** The life of a meeting. */
public enum MeetingStatus {
    EN_PREPARATION,
    /** The deliberation is recorded and its list frozen; decisions are being carried out. */
    VOTEE,
    /** Every dossier of the list has its decision. */
    EXECUTEE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("meetingStatus." + name());
    }
}
