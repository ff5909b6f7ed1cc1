package fr.ruche.deliberation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.ruche.common.Sentences;
import fr.ruche.funding.Credit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, calculated.
 *
 * @param lines in the order in which they are served
 * @param gauges of the envelopes, one for each section, and for each measure that has its own
 * @param parts the same by territory, which have no envelope of their own here
 * @param seal of everything that is proposed: validating names it, so that what is validated is what was read
 */
public record Plan(Scenario scenario, List<Line> lines, List<Gauge> gauges, List<Part> parts, String seal) {

    /**
     * A dossier at its place; euros.
     *
     * @param place from 1
     * @param cut whether the envelope ends right above this line
     * @param difference between what is proposed and what was before the try, or without any change of the jury
     * @param missing in the financing plan when the Region grants what is proposed
     * @param localRate share of local authorities in percent at the amount that is proposed
     * @param broken the rules of the call that do not hold at that amount, and the reasons of an unfavourable standing
     * @param blocking whether it cannot be recorded so
     */
    public record Line(
            int place,
            String dossier,
            String title,
            String measure,
            String territory,
            @Nullable BigDecimal score,
            BigDecimal citizens,
            BigDecimal difficulty,
            BigDecimal askedOperating,
            BigDecimal askedInvestment,
            BigDecimal operating,
            BigDecimal investment,
            Standing standing,
            boolean cut,
            BigDecimal difference,
            BigDecimal missing,
            @Nullable BigDecimal localRate,
            List<String> broken,
            boolean blocking,
            Choice choice) {

        public BigDecimal asked() {
            return askedOperating.add(askedInvestment);
        }

        public BigDecimal proposed() {
            return operating.add(investment);
        }
    }

    /**
     * @param measure the only one that draws from the envelope, null for the others
     * @param available what the session may grant: what is left of the envelope, less what other sessions propose
     */
    public record Gauge(
            Credit credit, @Nullable String measure, BigDecimal available, BigDecimal asked, BigDecimal proposed) {

        /** In French, lower case. */
        @JsonIgnore
        public String title() {
            return credit.label() + (measure == null ? "" : ", " + measure);
        }

        public BigDecimal left() {
            return available.subtract(proposed);
        }

        /** How much of the envelope is proposed, 0 to 100; for the width of a bar. */
        public int percent() {
            return available.signum() <= 0 ? 0 : percent(proposed);
        }

        private int percent(BigDecimal part) {
            return part.movePointRight(2)
                    .divide(available, 0, java.math.RoundingMode.HALF_UP)
                    .intValue();
        }
    }

    /** @param territory the SIREN of the EPCI */
    public record Part(String territory, Credit credit, BigDecimal asked, BigDecimal proposed) {}

    Line line(String dossier) {
        return lines.stream()
                .filter(one -> one.dossier().equals(dossier))
                .findFirst()
                .orElseThrow(() ->
                        fr.ruche.common.Rejected.because("dossier", "CHOICE", Sentences.of("deliberation.dossier")));
    }
}
