package fr.ruche.desk.web;

import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters.Calendar;
import fr.ruche.programme.CallParameters.JuryDate;
import fr.ruche.programme.CallParameters.TerritoryDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rows of the calendar of a call: a date a jury, two dates a territory. A row that is emptied is removed. */
@Component
class CalendarRows {

    static final String JURIES = "calendar.juryDates";
    static final String TERRITORIES = "calendar.territories";

    private static final List<String> JURY = List.of(JURIES + ".jury", JURIES + ".date");
    private static final List<String> TERRITORY =
            List.of(TERRITORIES + ".territory", TERRITORIES + ".ficheDeadline", TERRITORIES + ".dossierDeadline");

    /** The fields of each table, under the name that the faults give it. */
    static final Map<String, List<String>> TABLES = Map.of(JURIES, JURY, TERRITORIES, TERRITORY);

    private final Texts texts;

    CalendarRows(Texts texts) {
        this.texts = texts;
    }

    void show(Calendar calendar, Typed typed) {
        calendar.juryDates().forEach(row -> typed.put(JURY.get(0), row.jury()).put(JURY.get(1), row.date()));
        calendar.territories()
                .forEach((siren, own) -> typed.put(TERRITORY.get(0), siren)
                        .put(TERRITORY.get(1), own.ficheDeadline() == null ? "" : own.ficheDeadline())
                        .put(TERRITORY.get(2), own.dossierDeadline() == null ? "" : own.dossierDeadline()));
    }

    List<JuryDate> juries(Typed typed) {
        var dates = new ArrayList<JuryDate>();
        for (var row : TypedRows.of(typed, JURY)) {
            var field = JURIES + "." + row.at() + ".date";
            var date = typed.day(field, row.value(1));
            if (row.value(0).isEmpty()) {
                typed.wrong(JURIES + "." + row.at() + ".jury", "REQUIRED", texts.of("callSettings.jury.required"));
            } else if (row.value(1).isEmpty()) {
                typed.wrong(field, "REQUIRED", texts.of("callSettings.required.DAY"));
            } else if (date != null) {
                dates.add(new JuryDate(row.value(0), date));
            }
        }
        return dates;
    }

    Map<String, TerritoryDates> territories(Typed typed) {
        var territories = new LinkedHashMap<String, TerritoryDates>();
        for (var row : TypedRows.of(typed, TERRITORY)) {
            var siren = row.value(0);
            var field = TERRITORIES + "." + (siren.isEmpty() ? row.at() : siren);
            var dates = new TerritoryDates(
                    typed.day(field + ".ficheDeadline", row.value(1)),
                    typed.day(field + ".dossierDeadline", row.value(2)));
            if (siren.isEmpty()) {
                typed.wrong(field + ".territory", "REQUIRED", texts.of("callSettings.territory.required"));
            } else if (territories.put(siren, dates) != null) {
                typed.wrong(field + ".territory", "TWICE", texts.of("callSettings.territory.twice"));
            }
        }
        return territories;
    }
}
