package fr.ruche.deliberation;

import fr.ruche.programme.Project;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deliberation knows of a dossier; euros, points of 100.
 *
 * @param score that the jury retained, or else that the marks make; null when nobody marked
 * @param askedOperating what the porteur asks
 * @param operating what the rules allow of it
 * @param floor the smallest grant; 0 when there is none
 * @param minimumUseful what the porteur says he cannot do without; 0 when he says nothing
 * @param failures why the dossier does not pass, the threshold of the score apart
 * @param localRate share of local authorities in percent at the request; null when it is not known
 * @param project the facts that the rules of the call looked at; null when they never did
 */
record Fact(
        String dossier,
        String title,
        String measure,
        String territory,
        @Nullable BigDecimal score,
        BigDecimal citizens,
        BigDecimal difficulty,
        Instant depositedAt,
        BigDecimal askedOperating,
        BigDecimal askedInvestment,
        BigDecimal operating,
        BigDecimal investment,
        BigDecimal floor,
        BigDecimal minimumUseful,
        List<String> failures,
        @Nullable BigDecimal localRate,
        int callVersion,
        @Nullable Project project) {

    BigDecimal asked() {
        return askedOperating.add(askedInvestment);
    }
}
