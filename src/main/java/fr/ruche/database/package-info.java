/** The database: an embedded real PostgreSQL unless a URL is set, and the schema of the engine. */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package fr.ruche.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
