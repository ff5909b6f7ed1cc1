package fr.ruche.batch;

/** How a batch stands as a whole. */
public enum BatchState {
    EN_COURS,
    /** By a manager, who may let it go on. */
    ARRETE,
    TERMINE
}
