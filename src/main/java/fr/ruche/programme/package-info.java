/** Programmes and their calls: calendar, measures, parameters, and the rules of eligibility. */
@ApplicationModule(allowedDependencies = {"common", "identity", "territory", "review", "workflow"})
@NullMarked
package fr.ruche.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
