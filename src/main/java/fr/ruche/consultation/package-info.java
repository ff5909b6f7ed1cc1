/**
 * Steps and forms that modellers make: services outside the programme give their opinion, and what is done is recorded.
 */
@ApplicationModule(allowedDependencies = {"common", "identity", "dossier", "review", "workflow"})
@NullMarked
package fr.ruche.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
