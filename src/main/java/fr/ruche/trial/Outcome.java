package fr.ruche.trial;

/** What would have become of a dossier with another version. */
public enum Outcome {
    /** It would end, or wait, elsewhere. */
    OTHERWISE,
    /** It would end, or wait, where it did, having come by other steps. */
    OTHER_WAY,
    /** It would come to a step to which nobody ever answered, or lose what it waited for: the rest is not known. */
    UNKNOWN,
    /** What is kept of it does not suffice to do it again, even with the version that it followed. */
    NOT_REPLAYED,
    /** It would end, or wait, where it did, by the same steps. */
    SAME
}
