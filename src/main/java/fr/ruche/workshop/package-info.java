/**
 * The workshop of modellers: programmes as versions of a bundle of files, what a model may say, what is wrong with one,
 * who approves it and when it is put into service.
 */
@ApplicationModule(allowedDependencies = {"common", "page", "identity", "programme", "review", "workflow"})
@NullMarked
package fr.ruche.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
