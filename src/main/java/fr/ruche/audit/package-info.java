/** Who did what: every fact in one order, sealed one after the other. */
@ApplicationModule(allowedDependencies = {"common", "page", "identity", "listing", "notification"})
@NullMarked
package fr.ruche.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
