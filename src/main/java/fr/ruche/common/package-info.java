/** Words that every module shares: euros, identifiers, Paris time, faults. Knows neither Spring nor the engine. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.ruche.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
