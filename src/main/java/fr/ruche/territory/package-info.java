/** Communes, EPCI, sectors and priority neighbourhoods. */
@ApplicationModule(allowedDependencies = {"common", "identity"})
@NullMarked
package fr.ruche.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
