package fr.ruche.listing;

import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.page.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The columns that each person has chosen for their lists, besides the number and the title. */
@Service
@Transactional
public class ListColumns {

    private final JdbcClient sql;

    ListColumns(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order of lists; the usual ones for who has chosen none. */
    @Transactional(readOnly = true)
    public List<DossierColumn> of(Actor owner) {
        return sql.sql("select columns from list_columns where owner = ?")
                .param(owner.username())
                .query(String.class)
                .optional()
                .map(ListColumns::stored)
                .orElse(DossierColumn.USUAL);
    }

    /** Takes the place of what was chosen before; without any, the usual ones come back. */
    public void choose(Actor owner, List<DossierColumn> columns) {
        if (columns.isEmpty()) {
            sql.sql("delete from list_columns where owner = ?")
                    .param(owner.username())
                    .update();
            return;
        }
        sql.sql("""
                        insert into list_columns (owner, columns) values (?, ?)
                        on conflict (owner) do update set columns = excluded.columns""")
                .params(
                        owner.username(),
                        columns.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(",")))
                .update();
    }

    /** @throws fr.ruche.common.Rejected when a name is none of a column that one may choose */
    public static List<DossierColumn> read(String field, List<String> names) {
        var typed = Typed.empty();
        var columns = names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> DossierColumn.choices().stream()
                        .filter(column -> column.name().equals(name.strip()))
                        .findFirst()
                        .orElseGet(() -> typed.wrong(field, "CHOICE", Sentences.of("typed.choice", name))))
                .filter(Objects::nonNull)
                .toList();
        typed.ifWrong();
        return columns;
    }

    /** A column that exists no longer is left out. */
    private static List<DossierColumn> stored(String columns) {
        var names = Arrays.asList(columns.split(","));
        return DossierColumn.choices().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }
}
