/** The pages and addresses of what a version does. */
@NullMarked
package fr.ruche.trial.web;

import org.jspecify.annotations.NullMarked;
