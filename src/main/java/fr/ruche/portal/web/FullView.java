package fr.ruche.portal.web;

import fr.ruche.common.Rejected;
import fr.ruche.dossier.Budget;
import fr.ruche.dossier.BudgetNomenclature;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.FullDossier;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.identity.Actors;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.FullFields;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the full dossier shows besides what was typed: tables, totals and what the rules say. */
@Component
class FullView {

    private final Dossiers dossiers;
    private final Calls calls;
    private final Actors actors;
    private final FullFields fields;
    private final BudgetNomenclature nomenclature;
    private final Texts texts;

    FullView(
            Dossiers dossiers,
            Calls calls,
            Actors actors,
            FullFields fields,
            BudgetNomenclature nomenclature,
            Texts texts) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.actors = actors;
        this.fields = fields;
        this.nomenclature = nomenclature;
        this.texts = texts;
    }

    String show(DossierCase dossier, Typed typed, Model model) {
        var call = calls.at(dossier.call(), dossier.callVersion());
        var investment = call.measure(dossier.measure()).investmentAllowed();
        model.addAttribute("call", call.parameters());
        model.addAttribute("deadline", deadline(call, dossier));
        model.addAttribute("measure", call.measure(dossier.measure()));
        model.addAttribute("money", call.givesMoney(dossier.measure()));
        fields.addBudget(typed, investment, model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/porteur", texts.of("menu.mine")),
                        new Crumb(
                                "/porteur/dossiers/" + dossier.number(),
                                dossier.number().value())));
        check(dossier, typed, model);
        return "portal/full";
    }

    /** Without JavaScript a line is added, removed or checked by sending the form; nothing is kept. */
    String changed(DossierCase dossier, Typed typed, String action, Model model) {
        fields.change(typed, action);
        return show(dossier, typed, model);
    }

    /** The totals, and the rules on what stands in the form now. */
    String check(DossierCase dossier, Typed typed, Model model) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("typed", typed);
        model.addAttribute("missing", dossiers.missingDocuments(dossier.number()));
        try {
            var full = fields.read(Typed.copy(typed));
            if (calls.at(dossier.call(), dossier.callVersion()).givesMoney(dossier.measure())) {
                check(dossier, full, model);
            }
        } catch (Rejected unreadable) {
            model.addAttribute("unreadable", new Faults(unreadable.faults()));
        }
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Faults.none());
        }
        return "portal/full :: check";
    }

    private void check(DossierCase dossier, FullDossier full, Model model) {
        var totals = totals(full);
        model.addAttribute("totals", totals);
        if (totals.begun()) {
            dossiers.check(dossier.number(), full, actors.required())
                    .ifPresent(said -> model.addAttribute("draft", DraftCheck.of(said)));
        }
    }

    private static LocalDate deadline(Call call, DossierCase dossier) {
        var territory = dossier.territory();
        return dossier.extraDays().of(call).dossierDeadline(territory == null ? "" : territory);
    }

    private Totals totals(FullDossier full) {
        var sums = Budget.of(full.budget(), nomenclature);
        return new Totals(
                section(sums, Section.OPERATING),
                section(sums, Section.INVESTMENT),
                sums.inKindCharges(),
                sums.inKindProducts(),
                sums.totalCost());
    }

    private static SectionTotals section(Budget sums, Section section) {
        return new SectionTotals(sums.charges(section), sums.products(section), sums.requested(section));
    }

    record Totals(
            SectionTotals operating,
            SectionTotals investment,
            BigDecimal inKindCharges,
            BigDecimal inKindProducts,
            BigDecimal totalCost) {

        /** Before the first amount no rule has anything to say. */
        boolean begun() {
            return operating.used() || investment.used();
        }
    }

    /**
     * What the rules say of a draft. That papers are still missing is no verdict on it: the page lists them.
     *
     * @param against what would have the dossier refused if it were deposited as it stands, papers aside
     */
    record DraftCheck(Assessment assessment, List<Assessment.Failure> against) {

        private static final String PAPERS = "ELIG-04";

        static DraftCheck of(Assessment assessment) {
            return new DraftCheck(
                    assessment,
                    assessment.failures().stream()
                            .filter(failure -> !failure.rule().equals(PAPERS))
                            .toList());
        }
    }

    record SectionTotals(BigDecimal charges, BigDecimal products, BigDecimal requested) {

        public BigDecimal gap() {
            return charges.subtract(products);
        }

        public boolean balanced() {
            return gap().signum() == 0;
        }

        public boolean used() {
            return charges.signum() != 0 || products.signum() != 0;
        }
    }
}
