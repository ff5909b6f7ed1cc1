package fr.ruche.identity;

/**
 * An absence was declared or ended. Published in its transaction, once for each.
 *
 * @param absence as it is now: {@link Absence#endedAt} says whether it was ended
 */
public record AbsenceChanged(Absence absence) {}
