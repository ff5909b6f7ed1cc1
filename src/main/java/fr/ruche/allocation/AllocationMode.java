package fr.ruche.allocation;

/** How an envelope is shared. */
public enum AllocationMode {
    /** In the order of the ranking, each its request until the envelope is used. */
    RANK,
    /** The same part of its request to each. */
    PRORATA
}
