package fr.ruche.dossier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long dossiers were in the hands of one holder, all passages of a dossier together and the one that goes on
 * included. What others held is never counted here.
 *
 * @param of the part of the list, such as the SIREN of a territory; empty for dossiers that have none, null for the
 *     whole
 * @param clock {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION} or {@code JURY}
 * @param dossiers that were in these hands at all
 * @param median half of them were there no longer; null when there are none
 * @param p90 nine in ten were there no longer
 */
public record ClockFigures(
        @Nullable String of,
        String clock,
        int dossiers,
        @Nullable Duration median,
        @Nullable Duration p90) {}
