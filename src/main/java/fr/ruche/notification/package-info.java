/**
 * What Ruche tells the porteur: receipts, requests, decisions. What it tells officers: that they stand in for somebody.
 * Listens, is never called by the steps.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "pdf",
            "identity",
            "programme",
            "dossier",
            "conformity",
            "instruction",
            "jury",
            "funding",
            "workshop"
        })
@NullMarked
package fr.ruche.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
