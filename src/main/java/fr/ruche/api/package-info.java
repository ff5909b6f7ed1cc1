/** What all addresses below {@code /api/v1} have in common: strict JSON, problems (RFC 9457), description. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package fr.ruche.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
