/** The Region checks completeness, replays the rules, gives its opinion and routes to a jury. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "identity",
            "territory",
            "programme",
            "document",
            "dossier",
            "conformity",
            "consultation",
            "review",
            "workflow"
        })
@NullMarked
package fr.ruche.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
