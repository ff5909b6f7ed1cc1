/** The pages of the public and of the porteur. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "page",
            "identity",
            "territory",
            "programme",
            "document",
            "dossier",
            "funding",
            "notification"
        })
@NullMarked
package fr.ruche.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
