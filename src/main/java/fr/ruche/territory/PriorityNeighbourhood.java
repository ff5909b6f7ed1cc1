package fr.ruche.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood of the priority geography, in one commune; one that lies in two is listed twice.
 *
 * @param kind the generation of the geography, such as {@code ZUS}, {@code QPV2015}, {@code QPV2024}
 * @param validTo last day, null while it is in force
 */
public record PriorityNeighbourhood(
        String code,
        String name,
        String kind,
        String commune,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
