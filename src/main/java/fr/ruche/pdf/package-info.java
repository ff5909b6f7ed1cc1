/** Pages of paper: a template of {@code templates/print} becomes a PDF file that a screen reader can read too. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.ruche.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
