package fr.ruche.cockpit;

import fr.ruche.dossier.DossierCase;
import fr.ruche.workflow.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed, with the dossier that it holds up.
 *
 * @param dossier null when it is of a jury session
 */
public record IncidentView(Incident incident, @Nullable DossierCase dossier) {}
