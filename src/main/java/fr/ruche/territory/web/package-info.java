/** Communes, intercommunalities and the priority geography over HTTP. */
@NullMarked
package fr.ruche.territory.web;

import org.jspecify.annotations.NullMarked;
