package fr.ruche.jury;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an outcome must hold: a reason, and amounts within the request, the rules and the floor. */
@Component
class OutcomeRules {

    private final Calls calls;

    OutcomeRules(Calls calls) {
        this.calls = calls;
    }

    /**
     * The amounts of the answer, zero where none is granted.
     *
     * @param assessment null for a call that no table judges
     * @throws Rejected naming every fault
     */
    JuryAnswer check(DossierCase dossier, @Nullable Assessment assessment, JuryAnswer answer) {
        var faults = new ArrayList<Fault>();
        if (answer.outcome() != JuryOutcome.FAVORABLE && answer.reason() == null) {
            faults.add(new Fault("juryReason", "REQUIRED", Sentences.of("jury.reason.required")));
        }
        if (answer.outcome() == JuryOutcome.RENVOI_JURY_REGIONAL && "regional".equals(dossier.jury())) {
            faults.add(new Fault("juryOutcome", "ROUTE-02", Sentences.of("jury.alreadyRegional")));
        }
        if (answer.outcome().favourable()) {
            checkAmounts(dossier, assessment, answer, faults);
        }
        Rejected.ifAny(faults);
        var granted = answer.outcome().favourable();
        return new JuryAnswer(
                answer.outcome(),
                granted ? amount(answer.operating()) : Euros.ZERO,
                granted ? amount(answer.investment()) : Euros.ZERO,
                answer.reason(),
                answer.vote());
    }

    /** The smallest grant (A3), in euros; zero when the floor does not apply to grants. */
    BigDecimal floor(DossierCase dossier) {
        var call = calls.at(dossier.call(), dossier.callVersion());
        return call.parameters().choices().floorAppliesToGrant()
                ? call.measure(dossier.measure()).floor()
                : Euros.ZERO;
    }

    private boolean givesMoney(DossierCase dossier) {
        return calls.at(dossier.call(), dossier.callVersion()).givesMoney(dossier.measure());
    }

    private void checkAmounts(
            DossierCase dossier, @Nullable Assessment assessment, JuryAnswer answer, List<Fault> faults) {
        if (assessment != null && !assessment.admissible()) {
            assessment
                    .failures()
                    .forEach(failure -> faults.add(new Fault("juryOutcome", failure.rule(), failure.message())));
        }
        checkSection(
                "grantedOperating",
                Sentences.of("jury.inOperating"),
                answer.operating(),
                dossier.requestedOperating(),
                faults);
        checkSection(
                "grantedInvestment",
                Sentences.of("jury.inInvestment"),
                answer.investment(),
                dossier.requestedInvestment(),
                faults);
        checkTotal(dossier, assessment, answer, faults);
    }

    private static void checkSection(
            String field, String section, @Nullable BigDecimal granted, BigDecimal requested, List<Fault> faults) {
        if (granted == null) {
            if (requested.signum() > 0) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("jury.granted.required", section)));
            }
        } else if (granted.signum() < 0) {
            faults.add(new Fault(field, "RANGE", Sentences.of("jury.granted.negative")));
        } else if (granted.compareTo(requested) > 0) {
            faults.add(new Fault(
                    field,
                    "SUR-01",
                    Sentences.of("jury.granted.above", section, Euros.format(granted), Euros.format(requested))));
        }
    }

    private void checkTotal(
            DossierCase dossier, @Nullable Assessment assessment, JuryAnswer answer, List<Fault> faults) {
        var total = amount(answer.operating()).add(amount(answer.investment()));
        var requested = dossier.requestedOperating().add(dossier.requestedInvestment());
        if (assessment != null && total.compareTo(assessment.maximumGrant()) > 0) {
            faults.add(new Fault(
                    "grantedOperating",
                    "CAP",
                    Sentences.of(
                            "jury.granted.aboveMaximum",
                            Euros.format(total),
                            Euros.format(assessment.maximumGrant()))));
        }
        if (givesMoney(dossier) && (total.compareTo(floor(dossier)) < 0 || total.signum() <= 0)) {
            faults.add(new Fault(
                    "grantedOperating",
                    "A3",
                    Sentences.of("jury.granted.belowFloor", Euros.format(total), Euros.format(floor(dossier)))));
        }
        if (answer.outcome() == JuryOutcome.FAVORABLE_PARTIEL && total.compareTo(requested) >= 0) {
            faults.add(new Fault("juryOutcome", "PARTIAL", Sentences.of("jury.granted.notPartial")));
        }
    }

    private static BigDecimal amount(@Nullable BigDecimal amount) {
        return amount == null ? Euros.ZERO : amount;
    }
}
