package fr.ruche.deliberation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history of a scenario.
 *
 * @param version of the scenario after it
 * @param action an {@link Action}, or {@code CREATE}, {@code TERMS}, {@code FACTS}, {@code VALIDATE}
 * @param told what was done, in French
 */
public record ScenarioChange(
        int version, String action, @Nullable String dossier, String told, String by, Instant at) {}
