/** What the operator reads on the console: one line when a start fails, one block when it succeeds. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package fr.ruche.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
