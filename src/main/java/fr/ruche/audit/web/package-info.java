/** The audit over HTTP. */
@NullMarked
package fr.ruche.audit.web;

import org.jspecify.annotations.NullMarked;
