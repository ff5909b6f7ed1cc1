package fr.ruche.listing;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.dossier.DossierSummary;
import fr.ruche.programme.JuryNames;
import fr.ruche.territory.Territories;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The columns of lists as people read them. */
@Component
public class ListCells {

    private final Territories territories;
    private final JuryNames juries;

    ListCells(Territories territories, JuryNames juries) {
        this.territories = territories;
        this.juries = juries;
    }

    /** For the lines of one list. */
    public Reader reader() {
        return new Reader(names());
    }

    PlaceNames names() {
        return new PlaceNames(territories, juries);
    }

    /** Writes the cells of one list. */
    public static final class Reader {

        private final PlaceNames names;

        private Reader(PlaceNames names) {
            this.names = names;
        }

        /** « 1 234,56 € », « 31/12/2026 », and a dash for what is not known. */
        public String text(DossierColumn column, DossierSummary dossier) {
            var value = column.value(dossier, names);
            if (value instanceof BigDecimal amount) {
                return Euros.format(amount);
            }
            if (value instanceof LocalDate day) {
                return FrenchDay.format(day);
            }
            return value == null || value.toString().isEmpty() ? "–" : value.toString();
        }
    }
}
