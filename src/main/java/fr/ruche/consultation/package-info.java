/** Services outside the programme give their opinion, at steps and in forms that modellers make. */
@ApplicationModule(allowedDependencies = {"common", "identity", "dossier", "review", "workflow"})
@NullMarked
package fr.ruche.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
