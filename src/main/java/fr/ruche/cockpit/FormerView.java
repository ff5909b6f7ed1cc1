package fr.ruche.cockpit;

import fr.ruche.dossier.Funnel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the dossiers of the call before had come, with the same filters.
 *
 * @param call its code
 * @param days days from the opening of the present call to today, 0 for the first
 * @param day the same day of the calendar of the call before
 * @param then how far they had come when that day was over; null before the present call opens, and with a filter that
 *     goes by how dossiers stand today, which says nothing of another day
 * @param now how far they have come today
 */
public record FormerView(
        String call, long days, LocalDate day, @Nullable Funnel then, Funnel now) {}
