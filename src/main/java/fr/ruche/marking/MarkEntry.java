package fr.ruche.marking;

import org.jspecify.annotations.Nullable;

/**
 * What a juror types for an indicator.
 *
 * @param mark null for none
 * @param comment null for none
 * @param version of the mark that the juror saw, 0 when there was none
 */
public record MarkEntry(
        String indicator,
        @Nullable Integer mark,
        boolean notApplicable,
        @Nullable String comment,
        int version) {}
