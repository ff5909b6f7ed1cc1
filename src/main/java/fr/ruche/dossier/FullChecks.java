package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Iban;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.programme.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a full dossier must be: never malformed as a draft, nothing missing and balanced at its deposit. */
@Component
class FullChecks {

    private static final Set<String> STATUSES = Set.of("DEMANDE", "ACQUIS", "VOTE");
    private static final int LINES = 200;

    private final BudgetNomenclature nomenclature;

    FullChecks(BudgetNomenclature nomenclature) {
        this.nomenclature = nomenclature;
    }

    /** @param money whether its measure gives any; else no budget and no account have a place in it */
    List<Fault> draft(FullDossier full, boolean money) {
        var checks = new Checks();
        checks.text("objectives", full.objectives());
        checks.text("description", full.description());
        checks.text("beneficiaries", full.beneficiaries());
        checks.text("residentsInvolvement", full.residentsInvolvement());
        checks.text("partners", full.partners());
        checks.text("governance", full.governance());
        checks.text("evaluation", full.evaluation());
        checks.text("diagnosis", full.diagnosis());
        checks.text("uncoveredNeed", full.uncoveredNeed());
        checks.amount("minimumUseful", full.minimumUseful());
        checks.amount("alreadyAwardedThisYear", full.alreadyAwardedThisYear());
        var iban = full.iban();
        if (iban != null && !iban.isBlank()) {
            checks.add(Iban.fault("iban", iban));
        }
        lines(checks, full.budget());
        if (!money) {
            noMoney(checks, full);
        }
        return checks.faults();
    }

    private void lines(Checks checks, List<BudgetLine> lines) {
        if (lines.size() > LINES) {
            checks.add("budget", "LENGTH", Sentences.of("full.budget.long", String.valueOf(LINES)));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            line(checks, "budget[" + i + "]", lines.get(i));
        }
    }

    @SuppressWarnings("NullAway") // a JSON body may leave out what the record says is there
    private void line(Checks checks, String field, BudgetLine line) {
        checks.required(field + ".section", line.section(), "line.section");
        checks.required(field + ".account", line.account(), "line.account");
        checks.required(field + ".amount", line.amount(), "line.amount");
        checks.line(field + ".label", line.label());
        checks.amount(field + ".amount", line.amount());
        if (line.status() != null && !STATUSES.contains(line.status())) {
            checks.add(field + ".status", "CHOICE", Sentences.of("full.status.wrong"));
        }
        var known = line.account() == null
                || nomenclature
                        .account(line.account())
                        .filter(account -> line.section() == null || account.section() == line.section())
                        .isPresent();
        if (!known) {
            checks.add(field + ".account", "CHOICE", Sentences.of("full.account.unknown"));
        }
    }

    /** What is missing or does not balance when the full dossier is to be deposited. */
    List<Fault> deposit(FullDossier full, Fiche fiche, Call call) {
        var checks = new Checks();
        var measure = call.measure(java.util.Objects.requireNonNullElse(fiche.measure(), ""));
        checks.required("objectives", full.objectives(), "objectives");
        checks.required("description", full.description(), "description");
        checks.required("beneficiaries", full.beneficiaries(), "beneficiaries");
        if (measure.contentAnalysis()) {
            checks.required("residentsInvolvement", full.residentsInvolvement(), "residentsInvolvement");
            checks.required("evaluation", full.evaluation(), "evaluation");
        }
        if (measure.priorityGeography()) {
            checks.required("diagnosis", full.diagnosis(), "diagnosis");
        }
        if (Boolean.TRUE.equals(fiche.activityProgramme()) && blank(full.uncoveredNeed())) {
            checks.add("uncoveredNeed", "ELIG-10", Sentences.of("full.uncoveredNeed.required"));
        }
        if (!full.engagement()) {
            checks.add("engagement", "CER-01", Sentences.of("full.engagement.required"));
        }
        if (measure.money()) {
            checks.required("iban", full.iban(), "iban");
            balance(checks, Budget.of(full.budget(), nomenclature), measure.investmentAllowed());
        }
        return checks.faults();
    }

    private static void noMoney(Checks checks, FullDossier full) {
        if (!full.budget().isEmpty()) {
            checks.add("budget", "MONEY", Sentences.of("fiche.money.none"));
        }
        if (!blank(full.iban())) {
            checks.add("iban", "MONEY", Sentences.of("fiche.money.none"));
        }
    }

    private static void balance(Checks checks, Budget budget, boolean investmentAllowed) {
        equal(
                checks,
                "B1",
                Sentences.of("credit.OPERATING"),
                budget.charges(Section.OPERATING),
                budget.products(Section.OPERATING));
        equal(
                checks,
                "B1",
                Sentences.of("credit.INVESTMENT"),
                budget.charges(Section.INVESTMENT),
                budget.products(Section.INVESTMENT));
        equal(checks, "B2", Sentences.of("full.inKind.part"), budget.inKindCharges(), budget.inKindProducts());
        var operating = budget.requested(Section.OPERATING);
        var investment = budget.requested(Section.INVESTMENT);
        if (operating.add(investment).signum() == 0) {
            checks.add("budget", "B3", Sentences.of("full.request.required"));
        }
        if (investment.signum() > 0 && !investmentAllowed) {
            checks.add("budget", "SECTION", Sentences.of("full.investment.none"));
        }
    }

    private static void equal(Checks checks, String rule, String part, BigDecimal charges, BigDecimal products) {
        if (charges.compareTo(products) != 0) {
            checks.add(
                    "budget",
                    rule,
                    Sentences.of(
                            "full.unbalanced",
                            part,
                            Euros.format(charges),
                            Euros.format(products),
                            Euros.format(charges.subtract(products).abs())));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
