/** Scenarios over HTTP. */
@NullMarked
package fr.ruche.deliberation.web;

import org.jspecify.annotations.NullMarked;
