package fr.ruche.identity;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An absence as somebody declares it; what is null or empty was left empty.
 *
 * @param absent account of who will be away: one's own, or for a manager anybody's
 * @param substitute account of who stands in; empty for nobody
 * @param steps ids of the user tasks for which it holds, empty for all of them
 */
public record AbsenceNotice(
        String absent,
        String substitute,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Set<String> steps) {}
