package fr.ruche.worklist;

/** Which tasks a list shows. */
public enum WorklistView {
    /** Offered to one's groups, taken or not. */
    GROUPS,
    /** Taken by oneself. */
    MINE,
    /** Offered to one's groups, taken by nobody. */
    FREE,
    /** Everyone's: for managers. */
    ALL
}
