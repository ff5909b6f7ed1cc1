package fr.ruche.marking;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the jury retained for a dossier.
 *
 * @param score of 100, two decimals
 * @param reason empty when it is the score that the marks make
 */
public record Deliberation(BigDecimal score, String reason, String by, Instant at) {}
