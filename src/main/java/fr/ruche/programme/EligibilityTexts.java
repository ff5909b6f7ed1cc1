package fr.ruche.programme;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.programme.CallParameters.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures, days and lists of the sentences in {@code bpmn/dsdt/eligibility.dmn}, as a French person writes them.
 */
record EligibilityTexts(Call call, Project project, Measure measure, Budget budget) {

    private static final String UNKNOWN = Sentences.of("eligibilityText.unknown");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Map<String, Object> texts() {
        var texts = new HashMap<String, Object>();
        texts.put("ficheReceivedAt", shown(Receipt.ofFiche(call, project)));
        texts.put("ficheDeadline", lastSecond(call.ficheDeadline(project.epci())));
        texts.put("dossierReceivedAt", shown(Receipt.ofDossier(call, project)));
        texts.put("dossierDeadline", lastSecond(call.dossierDeadline(project.epci())));
        texts.put("missingDocuments", String.join(", ", project.missingDocuments()));
        texts.put(
                "themes",
                project.gupThemes().isEmpty()
                        ? Sentences.of("eligibilityText.noTheme")
                        : String.join(", ", project.gupThemes()));
        texts.put("requested", euros(budget.requested()));
        texts.put("floor", euros(measure.floor()));
        texts.put("caps", caps());
        texts.put("aboveCap", euros(budget.aboveCap()));
        balance(texts);
        localFunding(texts);
        ownShare(texts);
        return texts;
    }

    private void balance(Map<String, Object> texts) {
        var resources = budget.resources();
        var total = project.totalCost();
        texts.put("resources", euros(resources));
        texts.put("totalCost", euros(total));
        texts.put(
                "imbalance",
                euros(
                        resources == null || total == null
                                ? null
                                : resources.subtract(total).abs()));
    }

    private void localFunding(Map<String, Object> texts) {
        var base = budget.cofinancingBase();
        var rate = Objects.requireNonNullElse(measure.localCofinancingRate(), BigDecimal.ZERO);
        texts.put("localFunding", euros(budget.localFunding()));
        texts.put("cofinancingBase", euros(base));
        texts.put("localRate", share(budget.localFunding(), base));
        texts.put("localRateRequired", percent(rate));
        texts.put(
                "localFundingRequired",
                euros(base == null ? null : rate.multiply(base).divide(HUNDRED, 2, RoundingMode.CEILING)));
    }

    private void ownShare(Map<String, Object> texts) {
        texts.put("ownFunds", euros(budget.ownFunds()));
        texts.put("publicFunding", euros(budget.publicFunding()));
        texts.put("ownShare", share(budget.ownFunds(), budget.publicFunding()));
        texts.put("ownShareRequired", percent(call.parameters().choices().ownShareOfPublicFunding()));
    }

    private String caps() {
        var operating = measure.operatingCap();
        var investment = budget.investmentCap();
        if (operating == null) {
            return investment == null
                    ? Sentences.of("eligibilityText.noCap")
                    : Sentences.of("eligibilityText.investment", euros(investment));
        }

        return investment == null
                ? Sentences.of("eligibilityText.operating", euros(operating))
                : Sentences.of("eligibilityText.both", euros(operating), euros(investment));
    }

    private static String shown(@Nullable Receipt receipt) {
        return receipt == null ? UNKNOWN : receipt.shown();
    }

    private static String lastSecond(LocalDate day) {
        return Sentences.of("eligibilityText.lastSecond", FrenchDay.format(day));
    }

    private static String euros(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : Euros.format(amount);
    }

    /** Rounded down, so that a share just below what is required never looks sufficient. */
    private static String share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        var share = Budget.percent(part, whole, 2, RoundingMode.DOWN);
        return share == null ? UNKNOWN : percent(share);
    }

    private static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00a0%";
    }
}
