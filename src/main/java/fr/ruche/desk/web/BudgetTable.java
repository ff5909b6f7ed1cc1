package fr.ruche.desk.web;

import fr.ruche.dossier.BudgetNomenclature;
import fr.ruche.dossier.BudgetNomenclature.Account;
import fr.ruche.dossier.BudgetNomenclature.Side;
import fr.ruche.dossier.FullDossier;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The budget of a dossier as tables to read, with their totals in euros. */
@Component
class BudgetTable {

    private final BudgetNomenclature nomenclature;

    BudgetTable(BudgetNomenclature nomenclature) {
        this.nomenclature = nomenclature;
    }

    List<Table> of(FullDossier full) {
        return Arrays.stream(Section.values())
                .flatMap(section -> Arrays.stream(Side.values()).flatMap(side -> table(full, section, side).stream()))
                .toList();
    }

    private Optional<Table> table(FullDossier full, Section section, Side side) {
        var lines = full.budget().stream()
                .flatMap(line -> line(line, section, side))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Table(section + "_" + side, side == Side.PRODUCT, lines, total));
    }

    private Stream<Line> line(BudgetLine line, Section section, Side side) {
        return nomenclature
                .account(line.account())
                .filter(account -> account.section() == section && account.side() == side)
                .map(account ->
                        new Line(title(account), line.label(), line.status(), line.amount(), requested(account)))
                .stream();
    }

    private static String title(Account account) {
        return "74".equals(account.group()) ? "74 – " + account.title() : account.title();
    }

    private static boolean requested(Account account) {
        return account.payer() == BudgetNomenclature.Payer.REGION;
    }

    /** @param code ends the key of its title, {@code budget.OPERATING_CHARGE} */
    record Table(String code, boolean funders, List<Line> lines, BigDecimal total) {}

    /** @param requested whether it is what is asked of the Region */
    record Line(
            String account,
            @Nullable String label,
            @Nullable String status,
            BigDecimal amount,
            boolean requested) {}
}
