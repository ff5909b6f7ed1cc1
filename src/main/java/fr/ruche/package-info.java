/** Ruche: one package per module of the domain, see {@code docs/architecture.md}. */
@org.jspecify.annotations.NullMarked
package fr.ruche;
