/**
 * What managers see of a whole call: how far its dossiers came, where they wait, what will be late, which territories
 * have their share.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "page",
            "identity",
            "territory",
            "programme",
            "dossier",
            "batch",
            "listing",
            "funding",
            "marking",
            "notification",
            "workflow"
        })
@NullMarked
package fr.ruche.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
