/** Where the models meet the jury. */
@NullMarked
package fr.ruche.jury.process;

import org.jspecify.annotations.NullMarked;
