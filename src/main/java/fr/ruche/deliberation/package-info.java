/** What a jury tries with an envelope before it says anything: scenarios, compared, one of them validated. */
@ApplicationModule(
        allowedDependencies = {"common", "identity", "programme", "dossier", "funding", "jury", "marking", "allocation"
        })
@NullMarked
package fr.ruche.deliberation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
