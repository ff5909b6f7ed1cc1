/** Lists of dossiers: filters as an address, columns, saved searches, exports. */
@ApplicationModule(allowedDependencies = {"common", "page", "identity", "territory", "programme", "dossier"})
@NullMarked
package fr.ruche.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
