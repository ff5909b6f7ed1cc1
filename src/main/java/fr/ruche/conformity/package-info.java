/** The intercommunality says whether a fiche meets the expectations of its territory. */
@ApplicationModule(allowedDependencies = {"common", "identity", "programme", "dossier", "review", "workflow"})
@NullMarked
package fr.ruche.conformity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
