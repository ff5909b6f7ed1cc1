package fr.ruche.dossier;

import fr.ruche.programme.Assessment;
import fr.ruche.programme.Project;
import java.time.Instant;

/** What the rules said of a dossier at one moment, with the facts they looked at. */
public record Evaluation(Dossiers.Moment moment, Instant at, Project facts, Assessment result) {}
