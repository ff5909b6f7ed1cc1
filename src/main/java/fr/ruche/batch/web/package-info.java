@NullMarked
package fr.ruche.batch.web;

import org.jspecify.annotations.NullMarked;
