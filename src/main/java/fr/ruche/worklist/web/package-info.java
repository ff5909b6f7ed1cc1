@NullMarked
package fr.ruche.worklist.web;

import org.jspecify.annotations.NullMarked;
