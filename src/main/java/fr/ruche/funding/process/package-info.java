/** Where the model meets the funding decision. */
@NullMarked
package fr.ruche.funding.process;

import org.jspecify.annotations.NullMarked;
