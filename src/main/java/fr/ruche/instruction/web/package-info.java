/** The instruction over HTTP. */
@NullMarked
package fr.ruche.instruction.web;

import org.jspecify.annotations.NullMarked;
