/** Sessions of the juries over HTTP. */
@NullMarked
package fr.ruche.jury.web;

import org.jspecify.annotations.NullMarked;
