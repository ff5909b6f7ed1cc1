/**
 * Many dossiers, one after the other: the same thing done to each, with progress, that can be stopped and continued.
 */
@ApplicationModule(allowedDependencies = {"common", "page", "identity", "programme", "dossier", "listing", "workflow"})
@NullMarked
package fr.ruche.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
