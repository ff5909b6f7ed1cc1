/** Where the model meets the instruction. */
@NullMarked
package fr.ruche.instruction.process;

import org.jspecify.annotations.NullMarked;
