/**
 * What every page shares: how values are written in French, what was typed and what is wrong with it, the forms of a
 * fiche and of a full dossier, ways out of errors.
 */
@ApplicationModule(allowedDependencies = {"common", "identity", "territory", "programme", "dossier"})
@NullMarked
package fr.ruche.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
