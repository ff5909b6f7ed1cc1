package fr.ruche.bench;

/** A lifecycle that one client goes through again and again. */
interface Flow {

    /** From its beginning to its end, each step within {@link Samples#step}. */
    void once(Samples samples);
}
