/** The workshop of modellers: what a model may say, and what is wrong with one before it is deployed. */
@ApplicationModule(allowedDependencies = {"common", "identity", "review", "workflow"})
@NullMarked
package fr.ruche.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
