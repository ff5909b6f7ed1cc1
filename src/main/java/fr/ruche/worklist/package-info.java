/** Who of the officers has which task: the list of one's tasks, and many changing hands at once. */
@ApplicationModule(allowedDependencies = {"common", "identity", "dossier", "workflow"})
@NullMarked
package fr.ruche.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
