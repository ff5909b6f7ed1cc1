package fr.ruche.territory;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the file: the neighbourhood that it describes, or what is wrong with it. */
final class NeighbourhoodLine {

    private static final int LONGEST = 200;

    private final int number;
    private final Map<String, String> columns;
    private final List<Fault> faults = new ArrayList<>();
    private final @Nullable PriorityNeighbourhood neighbourhood;

    NeighbourhoodLine(int number, Map<String, String> columns, Territories territories) {
        this.number = number;
        this.columns = columns;
        this.neighbourhood = read(territories);
    }

    List<Fault> faults() {
        return faults;
    }

    Optional<PriorityNeighbourhood> neighbourhood() {
        return Optional.ofNullable(neighbourhood);
    }

    private @Nullable PriorityNeighbourhood read(Territories territories) {
        var code = text("code");
        var name = text("name");
        var kind = text("type");
        var commune = territories.commune(text("commune"));
        if (commune.isEmpty() && !text("commune").isEmpty()) {
            fault("commune", Sentences.of("neighbourhoods.commune", text("commune")));
        }
        var from = day("valid_from", true);
        var to = day("valid_to", false);
        if (from != null && to != null && to.isBefore(from)) {
            fault("valid_to", Sentences.of("neighbourhoods.order"));
        }
        for (var column : List.of("code", "name", "type", "commune")) {
            required(column);
        }
        return faults.isEmpty()
                ? new PriorityNeighbourhood(
                        code, name, kind, commune.orElseThrow().code(), Objects.requireNonNull(from), to)
                : null;
    }

    private void required(String column) {
        if (text(column).isEmpty()) {
            fault(column, Sentences.of("neighbourhoods.empty", column));
        } else if (text(column).length() > LONGEST) {
            fault(column, Sentences.of("neighbourhoods.long", column, LONGEST));
        }
    }

    private @Nullable LocalDate day(String column, boolean required) {
        var typed = text(column);
        if (typed.isEmpty()) {
            if (required) {
                fault(column, Sentences.of("neighbourhoods.empty", column));
            }
            return null;
        }
        var day = FrenchDay.parse(typed);
        if (day.isEmpty()) {
            fault(column, Sentences.of("neighbourhoods.date", typed));
        }
        return day.orElse(null);
    }

    private String text(String column) {
        return Objects.requireNonNullElse(columns.get(column), "").strip();
    }

    private void fault(String column, String what) {
        faults.add(new Fault(
                "ligne " + number + "." + column,
                "CSV",
                Sentences.of("neighbourhoods.fault", Integer.toString(number), what)));
    }
}
