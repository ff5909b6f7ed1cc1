/** The engine's own addresses: who acts there, and the faults of its applications that are mended here. */
@NullMarked
package fr.ruche.workflow.web;

import org.jspecify.annotations.NullMarked;
