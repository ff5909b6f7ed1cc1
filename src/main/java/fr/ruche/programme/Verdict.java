package fr.ruche.programme;

/** Outcome of the rules, {@code domain.md} 0.3. The first failing rule in the stated order names it. */
public enum Verdict {
    RECEVABLE,
    RECEVABLE_ECRETE,
    EN_ATTENTE_CONFORMITE,
    NON_CONFORME_EPCI,
    IRRECEVABLE_HORS_DELAI_FICHE,
    IRRECEVABLE_HORS_DELAI_DOSSIER,
    IRRECEVABLE_INCOMPLET,
    A_REGULARISER_BUDGET,
    INELIGIBLE_PLANCHER,
    INELIGIBLE_COFINANCEMENT,
    INELIGIBLE_GEOGRAPHIE,
    INELIGIBLE_THEMATIQUE,
    INELIGIBLE_PROGRAMME_ACTIVITE,
    INELIGIBLE_PART_PROPRE,
    /** Only in a call that refuses what is above a cap instead of clipping it (choice A4). */
    INELIGIBLE_PLAFOND
}
