/** The pages and the API of the cockpit, over HTTP. */
@NullMarked
package fr.ruche.cockpit.web;

import org.jspecify.annotations.NullMarked;
