@NullMarked
package fr.ruche.commission.web;

import org.jspecify.annotations.NullMarked;
