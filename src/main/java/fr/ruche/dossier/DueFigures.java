package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Open tasks by when they are due; each number includes the one before, but for the late ones, which are apart.
 *
 * @param of whose they are: the id of a step, a group of the engine or an account; null for nobody's
 * @param open all of them
 * @param late due before now
 * @param in3 due from now to the end of the third day in Paris
 */
public record DueFigures(@Nullable String of, int open, int late, int in3, int in7, int in15) {}
