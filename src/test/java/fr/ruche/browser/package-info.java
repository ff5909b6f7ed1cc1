/** People at a real browser, in front of the running product. */
package fr.ruche.browser;
