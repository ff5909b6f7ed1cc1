/**
 * What every page shares: how values are written in French, what was typed and what is wrong with it, ways out of
 * errors.
 */
@ApplicationModule(allowedDependencies = {"common", "identity", "dossier"})
@NullMarked
package fr.ruche.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
