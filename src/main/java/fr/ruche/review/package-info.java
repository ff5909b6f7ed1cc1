/**
 * What a model may say: reads diagrams, tables and forms without running anything of them, and names what is wrong,
 * where, why, and how to mend it. It knows neither the engine nor a database.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package fr.ruche.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
