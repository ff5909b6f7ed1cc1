/** The pages of officers, jury members and managers, over HTTP. */
@NullMarked
package fr.ruche.desk.web;

import org.jspecify.annotations.NullMarked;
