/** The program as it is delivered, in a process of its own. */
package fr.ruche.packaged;
