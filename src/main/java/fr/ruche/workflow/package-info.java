/** The only door to the process engine: start, wake up, answer a step, evaluate a decision. */
@ApplicationModule(allowedDependencies = {"common", "review"})
@NullMarked
package fr.ruche.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
