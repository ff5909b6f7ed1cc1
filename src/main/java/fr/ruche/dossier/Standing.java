package fr.ruche.dossier;

import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the steps have established of a dossier at some moment. Kept with each step as it begins, so that the dossier
 * can be brought back to it.
 */
record Standing(
        DossierStatus status,
        @Nullable Conformity conformity,
        boolean complete,
        @Nullable Boolean uncoveredNeed,
        @Nullable Route route,
        @Nullable String routeReason,
        @Nullable String jury,
        @Nullable BigDecimal grantedOperating,
        @Nullable BigDecimal grantedInvestment) {}
