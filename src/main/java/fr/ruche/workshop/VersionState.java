package fr.ruche.workshop;

/** Where a version of a programme is in its life. */
public enum VersionState {
    /** Its files may change. */
    DRAFT,
    /** Reviewed without error, and every trial agrees; a change of a file makes it a draft again. */
    TESTED,
    /** In service: what begins follows it. */
    PUBLISHED,
    /** Was in service; what began with it may still follow it. */
    RETIRED,
    /** Given up; kept to be read. */
    DISCARDED;

    /** Whether files may change. */
    public boolean open() {
        return this == DRAFT || this == TESTED;
    }

    /** Whether it was ever approved and put into service. */
    boolean served() {
        return this == PUBLISHED || this == RETIRED;
    }
}
