/** Where the model meets the intercommunality's answer. */
@NullMarked
package fr.ruche.conformity.process;

import org.jspecify.annotations.NullMarked;
