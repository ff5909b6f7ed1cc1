/** Fictitious accounts, calls and dossiers for a first visit. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "identity",
            "territory",
            "programme",
            "document",
            "dossier",
            "conformity",
            "instruction",
            "jury",
            "marking",
            "funding",
            "startup",
            "workflow"
        })
@NullMarked
package fr.ruche.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
