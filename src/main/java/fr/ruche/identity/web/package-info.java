/** The doors of the program: who may come to which address, and how they sign in. */
@NullMarked
package fr.ruche.identity.web;

import org.jspecify.annotations.NullMarked;
