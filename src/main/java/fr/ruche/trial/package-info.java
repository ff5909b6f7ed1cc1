/**
 * What a version of a programme does before it is published: compared in words, tried on scenarios, replayed on a past
 * call.
 */
@ApplicationModule(
        allowedDependencies = {"common", "page", "identity", "programme", "dossier", "review", "workflow", "workshop"})
@NullMarked
package fr.ruche.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
