package fr.ruche.review;

/** What a fact or a column holds. */
public enum ValueType {
    /** True or false. */
    FLAG,
    /** One of a closed list of codes, or a code that other data give when the list is empty. */
    CODE,
    TEXT,
    NUMBER,
    /** A day, or a moment. */
    MOMENT,
    LIST,
    /** Not known before it is evaluated. */
    ANY
}
