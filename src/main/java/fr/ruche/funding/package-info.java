/** Envelopes that cannot be overspent, and the funding decision. */
@ApplicationModule(
        allowedDependencies = {"common", "identity", "territory", "programme", "dossier", "review", "workflow"})
@NullMarked
package fr.ruche.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
