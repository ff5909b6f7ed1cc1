/** What every address below {@code /api/v1} has in common: problems and their description. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package fr.ruche.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
