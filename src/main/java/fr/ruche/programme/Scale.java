package fr.ruche.programme;

/**
 * Reach of a project: « opérations locales » (commune or intercommunality) or « opérations régionales » (001 l.85-103).
 */
public enum Scale {
    COMMUNALE,
    INTERCOMMUNALE,
    REGIONALE
}
