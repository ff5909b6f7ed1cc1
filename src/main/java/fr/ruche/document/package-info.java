/** Files attached to a dossier: kinds, checks of type and size, storage. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package fr.ruche.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
