/** Where the model meets the services that are asked for their opinion. */
@NullMarked
package fr.ruche.consultation.process;

import org.jspecify.annotations.NullMarked;
