/** How envelopes are shared between ranked dossiers: a calculation, which keeps nothing. */
@ApplicationModule(allowedDependencies = {"common", "identity"})
@NullMarked
package fr.ruche.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
