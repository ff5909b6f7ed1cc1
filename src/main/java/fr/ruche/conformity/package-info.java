/** The intercommunality says whether a fiche meets the expectations of its territory. */
@ApplicationModule(allowedDependencies = {"common", "identity", "programme", "dossier", "workflow"})
@NullMarked
package fr.ruche.conformity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
