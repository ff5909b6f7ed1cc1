/** Where the model meets the dossier: deadlines, receipts, ends. */
@NullMarked
package fr.ruche.dossier.process;

import org.jspecify.annotations.NullMarked;
