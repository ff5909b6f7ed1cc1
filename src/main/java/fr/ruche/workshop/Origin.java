package fr.ruche.workshop;

/** Where a version of a programme comes from. */
public enum Origin {
    /** Made in the workshop, from another version or from nothing. */
    WORKSHOP,
    /** Came with the program. */
    SHIPPED,
    /** Came as a zip file. */
    IMPORTED,
    /** A former version, to be put into service again. */
    AGAIN
}
