package fr.ruche.cockpit;

import fr.ruche.dossier.DueFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is late, and what will be in 3, 7 and 15 days.
 *
 * @param at when it was counted
 * @param steps by the step at which dossiers wait
 * @param groups by the group to which tasks of officers are offered
 * @param presence of each of these groups
 * @param officers by who has taken them, null for nobody
 * @param absences of officers that begin within 15 days or have begun, the nearest first
 */
public record DueView(
        Instant at,
        List<DueFigures> steps,
        List<DueFigures> groups,
        Map<String, Presence> presence,
        List<DueFigures> officers,
        List<AbsentView> absences) {}
