/** Lists over HTTP: {@code GET /api/v1/dossiers}, its exports, and what each account keeps for its lists. */
@NullMarked
package fr.ruche.listing.web;

import org.jspecify.annotations.NullMarked;
