package fr.ruche.programme;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rna;
import fr.ruche.common.Sentences;
import fr.ruche.common.Siret;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the facts about a project make sense at all, before any rule is held against them. */
final class ProjectCheck {

    private final List<Fault> faults = new ArrayList<>();

    private ProjectCheck() {}

    static List<Fault> faults(Call call, Project project) {
        var check = new ProjectCheck();
        check.measure(call, project.measure());
        check.holder(project.holder());
        check.places(project);
        check.amounts(project);
        return check.faults;
    }

    private void measure(Call call, String measure) {
        var codes = call.parameters().measures().stream()
                .map(CallParameters.Measure::code)
                .toList();
        if (!codes.contains(measure)) {
            add(
                    "measure",
                    "CHOICE",
                    Sentences.of("project.measure.unknown", shortened(measure), String.join(", ", codes)));
        }
    }

    private void holder(Project.Holder holder) {
        known(holder.siret())
                .flatMap(siret -> Siret.fault("holder.siret", siret))
                .ifPresent(faults::add);
        known(holder.rna()).flatMap(rna -> Rna.fault("holder.rna", rna)).ifPresent(faults::add);
    }

    private void places(Project project) {
        known(project.commune())
                .filter(code -> !code.toUpperCase(Locale.ROOT).matches("[0-9][0-9AB][0-9]{3}"))
                .ifPresent(code -> add("commune", "COMMUNE", Sentences.of("project.commune")));
        known(project.epci())
                .filter(siren -> !siren.matches("[0-9]{9}"))
                .ifPresent(siren -> add("epci", "EPCI", Sentences.of("project.epci")));
    }

    private void amounts(Project project) {
        amount("totalCost", project.totalCost());
        amount("requestedOperating", project.requestedOperating());
        amount("requestedInvestment", project.requestedInvestment());
        amount("volunteering", project.volunteering());
        amount("alreadyAwardedThisYear", project.alreadyAwardedThisYear());
        var others = project.financing();
        if (others != null) {
            amount("financing.commune", others.commune());
            amount("financing.epci", others.epci());
            amount("financing.departement", others.departement());
            amount("financing.etat", others.etat());
            amount("financing.europe", others.europe());
            amount("financing.prives", others.prives());
            amount("financing.ownFunds", others.ownFunds());
            amount("financing.otherIncome", others.otherIncome());
        }
    }

    private void amount(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            add(field, "AMOUNT", Sentences.of("project.amount.negative", field));
        } else if (amount.compareTo(Euros.MAX) > 0) {
            add(field, "AMOUNT", Sentences.of("project.amount.large", field, Euros.format(Euros.MAX)));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            add(field, "AMOUNT", Sentences.of("project.amount.cents", field));
        }
    }

    private static Optional<String> known(@Nullable String text) {
        return Optional.ofNullable(text).filter(known -> !known.isBlank());
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private void add(String field, String rule, String message) {
        faults.add(new Fault(field, rule, message));
    }
}
