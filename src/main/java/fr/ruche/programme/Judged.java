package fr.ruche.programme;

import java.time.Instant;

/**
 * A project and the call by whose rules it is judged, as a rehearsal is given them.
 *
 * @param at the moment at which it is judged
 */
public record Judged(Call call, Project project, Instant at) {}
