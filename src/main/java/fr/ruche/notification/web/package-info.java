/** The messages to the porteur over HTTP. */
@NullMarked
package fr.ruche.notification.web;

import org.jspecify.annotations.NullMarked;
