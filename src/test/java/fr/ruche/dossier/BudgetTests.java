package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.dossier.BudgetNomenclature.Payer;
import fr.ruche.dossier.BudgetNomenclature.Side;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTests {

    private final BudgetNomenclature nomenclature = new BudgetNomenclature();

    private static BudgetLine line(Section section, String account, String amount) {
        return new BudgetLine(section, account, null, new BigDecimal(amount), null);
    }

    @Test
    void theCostLeavesOutWhatIsGivenInKind() {
        var budget = Budget.of(
                List.of(
                        line(Section.OPERATING, "60", "1000.10"),
                        line(Section.OPERATING, "INDIRECTES", "0.20"),
                        line(Section.OPERATING, "864", "500.00"),
                        line(Section.OPERATING, "870", "500.00"),
                        line(Section.INVESTMENT, "INV-TRAVAUX", "2000.00")),
                nomenclature);

        assertThat(budget.totalCost()).isEqualByComparingTo("3000.30");
        assertThat(budget.charges(Section.OPERATING)).isEqualByComparingTo("1000.30");
        assertThat(budget.inKindCharges()).isEqualByComparingTo(budget.inKindProducts());
    }

    @Test
    void theLineOfTheRegionIsTheRequestOfItsSection() {
        var budget = Budget.of(
                List.of(
                        line(Section.OPERATING, "74-REGION", "2000.00"),
                        line(Section.INVESTMENT, "INV-REGION", "15000.00"),
                        line(Section.INVESTMENT, "INV-ANRU", "100.00"),
                        line(Section.OPERATING, "74-ETAT", "50.00"),
                        line(Section.OPERATING, "PROPRES", "7.00"),
                        line(Section.INVESTMENT, "INV-EMPRUNT", "3.00")),
                nomenclature);

        assertThat(budget.requested(Section.OPERATING)).isEqualByComparingTo("2000");
        assertThat(budget.requested(Section.INVESTMENT)).isEqualByComparingTo("15000");
        assertThat(budget.financing().etat()).isEqualByComparingTo("150");
        assertThat(budget.financing().ownFunds()).isEqualByComparingTo("10");
        assertThat(budget.financing().commune()).isEqualByComparingTo("0");
    }

    @Test
    void everyProductSaysWhoPaysAndEveryCodeIsThereOnce() {
        assertThat(nomenclature.accounts())
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.payer() != null).isEqualTo(account.side() == Side.PRODUCT));
        assertThat(nomenclature.accounts())
                .extracting(BudgetNomenclature.Account::code)
                .doesNotHaveDuplicates();
        assertThat(nomenclature.accounts())
                .filteredOn(account -> account.payer() == Payer.REGION)
                .extracting(BudgetNomenclature.Account::section)
                .containsExactlyInAnyOrder(Section.values());
    }
}
