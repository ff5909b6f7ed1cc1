/** The opinions of services over HTTP. */
@NullMarked
package fr.ruche.consultation.web;

import org.jspecify.annotations.NullMarked;
