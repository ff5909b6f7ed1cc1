/** The addresses of the workshop. */
@NullMarked
package fr.ruche.workshop.web;

import org.jspecify.annotations.NullMarked;
