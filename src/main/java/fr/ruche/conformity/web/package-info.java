/** The intercommunality's answers over HTTP. */
@NullMarked
package fr.ruche.conformity.web;

import org.jspecify.annotations.NullMarked;
