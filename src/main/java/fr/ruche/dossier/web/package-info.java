/** Dossiers over HTTP, below {@code /api/v1/dossiers}. */
@NullMarked
package fr.ruche.dossier.web;

import org.jspecify.annotations.NullMarked;
