package fr.ruche.identity;

import org.jspecify.annotations.Nullable;

/** A role, and the territory, sector or jury for which it is held. */
public record Membership(Role role, @Nullable String scope) {

    /** The group that the engine knows: {@code conformity-246200364}, {@code jury-regional}, {@code managers}. */
    public String group() {
        return switch (role) {
            case HOLDER -> "holders";
            case CONFORMITY_OFFICER -> "conformity-" + scope;
            case INSTRUCTOR -> "instruction-" + scope;
            case JURY_MEMBER -> "jury-" + scope;
            case MANAGER -> "managers";
            case MODELLER -> "modellers";
            case ADMINISTRATOR -> "camunda-admin";
        };
    }

    /** The group in French, as the engine's applications show it: « Conformité 246200364 ». */
    public String label() {
        return switch (role) {
            case HOLDER -> "Porteurs de projet";
            case CONFORMITY_OFFICER -> "Conformité " + scope;
            case INSTRUCTOR -> "Instruction " + scope;
            case JURY_MEMBER -> "Jury " + scope;
            case MANAGER -> "Gestionnaires";
            case MODELLER -> "Modeleurs";
            case ADMINISTRATOR -> "Administrateurs";
        };
    }
}
