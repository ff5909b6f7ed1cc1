package fr.ruche.deliberation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the jury settled for a dossier in a scenario; null where it settled nothing.
 *
 * @param operating asked for in place of the request, euros; both amounts are settled or none
 * @param fate {@link Standing#AJOURNE} or {@link Standing#RENVOI_JURY_REGIONAL}
 * @param place in the ranking, from 0
 */
public record Choice(
        String dossier,
        @Nullable BigDecimal operating,
        @Nullable BigDecimal investment,
        @Nullable Standing fate,
        @Nullable Integer place,
        String reason) {

    static Choice none(String dossier) {
        return new Choice(dossier, null, null, null, null, "");
    }

    Choice amounts(BigDecimal operating, BigDecimal investment, String why) {
        return new Choice(dossier, operating, investment, fate, place, why);
    }

    Choice fate(Standing fate, String why) {
        return new Choice(dossier, operating, investment, fate, place, why);
    }

    Choice place(int place, String why) {
        return new Choice(dossier, operating, investment, fate, place, why);
    }
}
