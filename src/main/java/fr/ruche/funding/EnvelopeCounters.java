package fr.ruche.funding;

import java.math.BigDecimal;

/**
 * Where the money of an envelope stands; euros, each the sum of its dossiers.
 *
 * @param asked by every dossier that was sent to the jury
 * @param proposed by the jury, the reserve list included
 * @param decided by the commission permanente
 * @param notified of what was decided, what the holder has read or been handed
 * @param paid after cancellations
 */
public record EnvelopeCounters(
        Envelope envelope,
        BigDecimal asked,
        BigDecimal proposed,
        BigDecimal decided,
        BigDecimal notified,
        BigDecimal paid) {}
