/** The pages of officers, jury members and managers. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "page",
            "pdf",
            "identity",
            "territory",
            "programme",
            "document",
            "dossier",
            "listing",
            "worklist",
            "conformity",
            "consultation",
            "instruction",
            "jury",
            "marking",
            "allocation",
            "deliberation",
            "funding",
            "commission",
            "notification",
            "workshop"
        })
@NullMarked
package fr.ruche.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
