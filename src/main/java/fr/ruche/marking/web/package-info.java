/** The marks of the juries over HTTP. */
@NullMarked
package fr.ruche.marking.web;

import org.jspecify.annotations.NullMarked;
