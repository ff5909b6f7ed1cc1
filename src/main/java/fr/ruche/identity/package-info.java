/** Accounts, roles and their scopes; who acts, and what they may do. */
@ApplicationModule(allowedDependencies = {"common", "review", "workflow"})
@NullMarked
package fr.ruche.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
