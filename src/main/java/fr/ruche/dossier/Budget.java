package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.dossier.BudgetNomenclature.Account;
import fr.ruche.dossier.BudgetNomenclature.Payer;
import fr.ruche.dossier.BudgetNomenclature.Side;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.programme.Project;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * The sums of a budget, exact, in euros. What is given in kind (accounts 86 and 87) counts in no total of money.
 *
 * @see BudgetNomenclature
 */
public final class Budget {

    private final List<Entry> entries;

    private Budget(List<Entry> entries) {
        this.entries = entries;
    }

    /** Lines whose account is unknown are left out: the checks of the full dossier name them. */
    public static Budget of(List<BudgetLine> lines, BudgetNomenclature nomenclature) {
        return new Budget(lines.stream()
                .flatMap(line ->
                        nomenclature.account(line.account()).map(account -> new Entry(account, line.amount())).stream())
                .toList());
    }

    /** Cost of the project: all charges of both sections, without those in kind. */
    public BigDecimal totalCost() {
        return sum(account -> account.side() == Side.CHARGE);
    }

    public BigDecimal charges(Section section) {
        return sum(account -> account.section() == section && account.side() == Side.CHARGE);
    }

    public BigDecimal products(Section section) {
        return sum(account -> account.section() == section && account.side() == Side.PRODUCT);
    }

    /** What is asked of the Region: its line in the products is the request itself (rule B3). */
    public BigDecimal requested(Section section) {
        return sum(account -> account.section() == section && account.payer() == Payer.REGION);
    }

    public BigDecimal inKindCharges() {
        return sum(account -> account.side() == Side.IN_KIND_CHARGE);
    }

    public BigDecimal inKindProducts() {
        return sum(account -> account.side() == Side.IN_KIND_PRODUCT);
    }

    public BigDecimal paidBy(Payer payer) {
        return sum(account -> account.payer() == payer);
    }

    /** Who else pays, as the rules of the call look at it. */
    public Project.Financing financing() {
        return new Project.Financing(
                paidBy(Payer.COMMUNE),
                paidBy(Payer.EPCI),
                paidBy(Payer.DEPARTEMENT),
                paidBy(Payer.ETAT),
                paidBy(Payer.EUROPE),
                paidBy(Payer.PRIVES),
                paidBy(Payer.OWN),
                paidBy(Payer.OTHER));
    }

    private BigDecimal sum(Predicate<Account> which) {
        return entries.stream()
                .filter(entry -> which.test(entry.account()))
                .map(Entry::amount)
                .reduce(Euros.ZERO, BigDecimal::add);
    }

    private record Entry(Account account, BigDecimal amount) {}
}
