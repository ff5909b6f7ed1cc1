/** Jury sessions: agenda, outcome of each dossier, minutes. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "identity",
            "territory",
            "programme",
            "document",
            "dossier",
            "instruction",
            "funding",
            "review",
            "workflow",
            "pdf"
        })
@NullMarked
package fr.ruche.jury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
