/** Calls, their parameters and the eligibility test over HTTP. */
@NullMarked
package fr.ruche.programme.web;

import org.jspecify.annotations.NullMarked;
