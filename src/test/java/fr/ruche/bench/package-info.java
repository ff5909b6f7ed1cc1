/** How fast Ruche is, measured: {@code mvn -Pbench verify}. No test asserts a time. */
package fr.ruche.bench;
