/** The dossier: fiche, full dossier, deposits, clock and timeline. */
@ApplicationModule(
        allowedDependencies = {"common", "identity", "territory", "programme", "document", "review", "workflow"})
@NullMarked
package fr.ruche.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
