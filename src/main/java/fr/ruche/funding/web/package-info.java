/** Envelopes and decisions over HTTP. */
@NullMarked
package fr.ruche.funding.web;

import org.jspecify.annotations.NullMarked;
