/** The calculation under {@code /api/v1/jury/allocation}. */
@NullMarked
package fr.ruche.allocation.web;

import org.jspecify.annotations.NullMarked;
