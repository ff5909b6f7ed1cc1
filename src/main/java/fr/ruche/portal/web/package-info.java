/** The pages of the public and of the porteur, over HTTP. */
@NullMarked
package fr.ruche.portal.web;

import org.jspecify.annotations.NullMarked;
