package fr.ruche.identity;

import org.jspecify.annotations.Nullable;

/** A role, and the territory, sector or jury for which it is held. */
public record Membership(Role role, @Nullable String scope) {

    /** The group that the engine knows: {@code conformity-246200364}, {@code jury-regional}, {@code managers}. */
    public String group() {
        return scope == null ? role.group() : role.group() + "-" + scope;
    }

    /** The group in French, as the engine's applications show it: « Conformité 246200364 ». */
    public String label() {
        return scope == null ? role.label() : role.label() + " " + scope;
    }
}
