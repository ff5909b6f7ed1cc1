package fr.ruche.trial;

import org.jspecify.annotations.Nullable;

/**
 * What would have become of one dossier.
 *
 * @param title of the dossier; null for whoever does not see dossiers
 * @param before where it came out or waits, as a person calls it
 * @param after where it would come out or wait; empty when it is not known
 * @param parts where the ways part: the step or the end to which it would go instead
 * @param why which condition, row or missing answer decides
 */
public record ReplayLine(
        String dossier,
        @Nullable String title,
        Outcome outcome,
        String before,
        String after,
        String parts,
        String why) {}
