package fr.ruche.programme;

import fr.ruche.common.Euros;
import fr.ruche.programme.CallParameters.Choices;
import fr.ruche.programme.CallParameters.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums that the rules compare; null as long as a part of the sum is not known. Exact, in euros. */
record Budget(Project project, Measure measure, Choices choices) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Nullable BigDecimal requested() {
        return sum(project.requestedOperating(), project.requestedInvestment());
    }

    /** Everything that pays for the project, the request included (ELIG-11). */
    @Nullable BigDecimal resources() {
        return financed(others -> sum(
                requested(),
                others.commune(),
                others.epci(),
                others.departement(),
                others.etat(),
                others.europe(),
                others.prives(),
                others.ownFunds(),
                others.otherIncome()));
    }

    /** What local authorities pay: commune, EPCI, département, and the holder's own funds if it is one (A2). */
    @Nullable BigDecimal localFunding() {
        return financed(others -> {
            var own = localAuthority() && choices.ownFundsOfLocalAuthorityCount() ? others.ownFunds() : Euros.ZERO;
            return sum(others.commune(), others.epci(), others.departement(), own);
        });
    }

    /** The cost of which local authorities pay a share: in cash, unless the call counts volunteering (A1). */
    @Nullable BigDecimal cofinancingBase() {
        return choices.cofinancingBaseExcludesVolunteering()
                ? project.totalCost()
                : sum(project.totalCost(), Objects.requireNonNullElse(project.volunteering(), Euros.ZERO));
    }

    /** What public bodies pay, the Region and a public holder included: the base of OWN-01. */
    @Nullable BigDecimal publicFunding() {
        return financed(others -> sum(
                requested(),
                others.commune(),
                others.epci(),
                others.departement(),
                others.etat(),
                others.europe(),
                localAuthority() ? others.ownFunds() : Euros.ZERO));
    }

    @Nullable BigDecimal ownFunds() {
        return financed(Project.Financing::ownFunds);
    }

    private @Nullable BigDecimal financed(Function<Project.Financing, @Nullable BigDecimal> part) {
        var others = project.financing();
        return others == null ? null : part.apply(others);
    }

    /** The part of the request above the caps: section by section, or the sum against the sum of the caps (A5). */
    @Nullable BigDecimal aboveCap() {
        var operating = project.requestedOperating();
        var investment = project.requestedInvestment();
        if (operating == null || investment == null) {
            return null;
        }
        if (choices.sectionsClippedApart()) {
            return excess(operating, measure.operatingCap()).add(excess(investment, investmentCap()));
        }
        return excess(operating.add(investment), sum(measure.operatingCap(), investmentCap()));
    }

    @Nullable BigDecimal investmentCap() {
        return measure.investmentAllowed() ? measure.investmentCap() : Euros.ZERO;
    }

    /** The request, clipped to the caps; zero as long as it is not known. */
    BigDecimal largestGrant() {
        var requested = requested();
        var above = aboveCap();
        return requested == null || above == null ? Euros.ZERO : Euros.of(requested.subtract(above));
    }

    /** Share of local authorities in percent with four decimals: to be shown, never compared. */
    @Nullable BigDecimal localRate() {
        return percent(localFunding(), cofinancingBase(), 4, RoundingMode.HALF_UP);
    }

    /** {@code part} in percent of {@code whole}; null when there is no such share. */
    static @Nullable BigDecimal percent(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, int decimals, RoundingMode rounding) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, decimals, rounding);
    }

    boolean localAuthority() {
        return project.holder().kind().localAuthority();
    }

    private static BigDecimal excess(BigDecimal asked, @Nullable BigDecimal cap) {
        return cap == null ? Euros.ZERO : asked.subtract(cap).max(Euros.ZERO);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal... amounts) {
        return Stream.of(amounts).anyMatch(Objects::isNull)
                ? null
                : Stream.of(amounts).map(Objects::requireNonNull).reduce(Euros.ZERO, BigDecimal::add);
    }
}
