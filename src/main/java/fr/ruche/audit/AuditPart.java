package fr.ruche.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the facts.
 *
 * @param next the position from which one reads on; null when there is nothing more
 */
public record AuditPart(List<AuditLine> facts, @Nullable Long next) {}
