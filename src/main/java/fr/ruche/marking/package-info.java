/** The marks of the juries: sheets of the jurors, blind until revealed, and what comes of them. */
@ApplicationModule(allowedDependencies = {"common", "identity", "programme", "dossier", "jury"})
@NullMarked
package fr.ruche.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
