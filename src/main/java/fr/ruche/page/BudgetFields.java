package fr.ruche.page;

import fr.ruche.common.Euros;
import fr.ruche.dossier.BudgetNomenclature;
import fr.ruche.dossier.BudgetNomenclature.Account;
import fr.ruche.dossier.BudgetNomenclature.Side;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The lines of a budget as fields that repeat; a line that says nothing is left out. */
@Component
class BudgetFields {

    private static final String FIELD = "line.";
    /** What a first budget proposes to fill in; the others are one line away. */
    private static final List<String> PROPOSED =
            List.of("60", "61", "62", "64", "74-REGION", "74-COMMUNE", "74-EPCI", "74-ETAT", "PROPRES", "864", "870");

    private static final List<String> PROPOSED_INVESTMENT =
            List.of("INV-ETUDES", "INV-TRAVAUX", "INV-REGION", "INV-COMMUNE", "INV-PROPRES");

    private final BudgetNomenclature nomenclature;
    private final Texts texts;

    BudgetFields(BudgetNomenclature nomenclature, Texts texts) {
        this.nomenclature = nomenclature;
        this.texts = texts;
    }

    void write(Typed typed, List<BudgetLine> lines) {
        lines.forEach(line -> line(
                typed,
                group(line.account()),
                line.account(),
                Objects.requireNonNullElse(line.label(), ""),
                Typed.empty().put("amount", line.amount()).value("amount"),
                Objects.requireNonNullElse(line.status(), "")));
    }

    void propose(Typed typed) {
        PROPOSED.forEach(account -> line(typed, group(account), account, "", "", ""));
        PROPOSED_INVESTMENT.forEach(account -> line(typed, group(account), account, "", "", ""));
    }

    void addBlank(Typed typed, String group) {
        line(typed, group, "", "", "", "");
    }

    private static void line(Typed typed, String group, String account, String label, String amount, String status) {
        typed.put(FIELD + "group", group)
                .put(FIELD + "account", account)
                .put(FIELD + "label", label)
                .put(FIELD + "amount", amount)
                .put(FIELD + "status", status);
    }

    List<BudgetLine> read(Typed typed) {
        var lines = new ArrayList<BudgetLine>();
        for (var row : rows(typed)) {
            if (row.said()) {
                line(typed, row, "budget[" + lines.size() + "]", lines);
            }
        }
        return lines;
    }

    private void line(Typed typed, Typing row, String id, List<BudgetLine> lines) {
        var amount = typed.amount(id + ".amount", row.amount());
        if (row.amount().isBlank()) {
            typed.wrong(id + ".amount", "REQUIRED", texts.of("budget.amount.required"));
        }
        var account = nomenclature.account(row.account());
        if (account.isEmpty()) {
            typed.wrong(id + ".account", "REQUIRED", texts.of("budget.account.required"));
        }
        lines.add(new BudgetLine(
                account.map(Account::section).orElse(Section.OPERATING),
                row.account(),
                row.label().isBlank() ? null : row.label().strip(),
                Objects.requireNonNullElse(amount, Euros.ZERO),
                row.status().isBlank() ? null : row.status()));
    }

    /** The tables of the page, each with at least one line to write in. */
    List<BudgetGroup> groups(Typed typed, boolean investment) {
        var rows = numbered(rows(typed));
        var groups = new ArrayList<BudgetGroup>();
        for (var section : Section.values()) {
            for (var side : Side.values()) {
                var group = group(section, side, rows);
                var wanted = section == Section.OPERATING
                        || investment
                        || group.rows().stream().anyMatch(row -> !row.amount().isBlank());
                if (!group.accounts().isEmpty() && wanted) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private BudgetGroup group(Section section, Side side, List<Numbered> rows) {
        var code = BudgetGroup.code(section, side);
        var own = new ArrayList<>(rows.stream()
                .filter(row -> row.typing().group().equals(code))
                .map(Numbered::row)
                .toList());
        if (own.isEmpty()) {
            own.add(new BudgetGroup.Row("vide-" + code, -1, "", "", "", ""));
        }
        return new BudgetGroup(code, side == Side.PRODUCT, accounts(section, side), own);
    }

    private List<Choice> accounts(Section section, Side side) {
        return nomenclature.accounts().stream()
                .filter(a -> a.section() == section && a.side() == side)
                .map(a -> new Choice(a.code(), a.group() == null ? a.title() : indented(a)))
                .toList();
    }

    private String indented(Account account) {
        return "74".equals(account.group()) ? texts.of("budget.grant", account.title()) : "\u2003" + account.title();
    }

    private static List<Numbered> numbered(List<Typing> rows) {
        var numbered = new ArrayList<Numbered>();
        var said = 0;
        for (int at = 0; at < rows.size(); at++) {
            var id = rows.get(at).said() ? "budget[" + said++ + "]" : "ligne" + at;
            numbered.add(new Numbered(id, at, rows.get(at)));
        }
        return numbered;
    }

    private String group(String account) {
        return nomenclature
                .account(account)
                .map(a -> BudgetGroup.code(a.section(), a.side()))
                .orElse("");
    }

    private static List<Typing> rows(Typed typed) {
        var groups = typed.values(FIELD + "group");
        var rows = new ArrayList<Typing>();
        for (int at = 0; at < groups.size(); at++) {
            rows.add(new Typing(
                    groups.get(at),
                    at(typed, "account", at),
                    at(typed, "label", at),
                    at(typed, "amount", at),
                    at(typed, "status", at)));
        }
        return rows;
    }

    private static String at(Typed typed, String field, int at) {
        var values = typed.values(FIELD + field);
        return at < values.size() ? values.get(at) : "";
    }

    private record Numbered(String id, int at, Typing typing) {

        BudgetGroup.Row row() {
            return new BudgetGroup.Row(id, at, typing.account(), typing.label(), typing.amount(), typing.status());
        }
    }

    private record Typing(String group, String account, String label, String amount, String status) {

        boolean said() {
            return !amount.isBlank() || !label.isBlank();
        }
    }
}
