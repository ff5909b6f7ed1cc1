package fr.ruche.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What became of one task among those that were to change hands.
 *
 * @param task its id in the engine
 * @param dossier number of its dossier, null when there is no such task for this person
 * @param message French sentence
 */
public record TaskOutcome(
        String task, @Nullable String dossier, @Nullable String title, boolean done, String message) {}
