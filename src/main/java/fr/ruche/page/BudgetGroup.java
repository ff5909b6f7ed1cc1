package fr.ruche.page;

import fr.ruche.dossier.BudgetNomenclature.Side;
import fr.ruche.dossier.FullDossier.Section;
import java.util.List;

/** One table of the budget: the charges or the products of a section. */
record BudgetGroup(String code, boolean funders, List<Choice> accounts, List<Row> rows) {

    static String code(Section section, Side side) {
        return section + "_" + side;
    }

    /**
     * A line as it was typed.
     *
     * @param id begins the ids of its fields; {@code budget[3]} when the faults may name it
     * @param at its place among all lines of the form
     */
    record Row(String id, int at, String account, String label, String amount, String status) {}
}
