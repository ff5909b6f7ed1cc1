package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The grid is drawn up before the call and made available to holders (001 l.19): it never changes once it was open. */
@Component
class FrozenGrid {

    private final CallTables tables;
    private final Clock clock;

    FrozenGrid(CallTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** What the proposal changes of a grid that holders have already read. */
    List<Fault> faults(String code, CallParameters now, CallParameters proposed) {
        var faults = new ArrayList<Fault>();
        opened(code).map(FrenchDay::format).ifPresent(day -> {
            if (!proposed.grid().equals(now.grid())) {
                faults.add(new Fault("grid", "GRID", Sentences.of("call.grid.frozen", day)));
            }
            if (!proposed.marking().closing(0).equals(now.marking().closing(0))) {
                faults.add(new Fault("marking", "GRID", Sentences.of("call.marking.frozen", day)));
            }
        });
        return faults;
    }

    /** The day on which the call was first open, whatever its calendar says today. */
    private Optional<LocalDate> opened(String code) {
        var days = new ArrayList<LocalDate>();
        var until = clock.instant();
        for (var version : tables.history(code)) {
            var opening = tables.parameters(code, version.version())
                    .orElseThrow()
                    .calendar()
                    .opening();
            if (!ParisTime.startOf(opening).isAfter(until)) {
                days.add(opening);
            }
            until = version.at();
        }
        return days.stream().min(Comparator.naturalOrder());
    }
}
