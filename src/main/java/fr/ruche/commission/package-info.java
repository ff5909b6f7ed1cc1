/** The meetings of the commission permanente: what they decide, prepared, voted and carried out in bulk. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "identity",
            "programme",
            "dossier",
            "funding",
            "notification",
            "workflow",
            "pdf",
            "listing"
        })
@NullMarked
package fr.ruche.commission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
