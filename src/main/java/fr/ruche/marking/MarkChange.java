package fr.ruche.marking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of what was said of a dossier.
 *
 * @param juror whose sheet it is, null for what the jury retained
 * @param subject code of the indicator, {@code STATE} or {@code DELIBERATED}
 */
public record MarkChange(@Nullable String juror, String subject, String before, String after, String by, Instant at) {}
