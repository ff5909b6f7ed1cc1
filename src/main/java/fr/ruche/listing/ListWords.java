package fr.ruche.listing;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.StepNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a list shows, in the words of the page that filters it. */
@Component
public class ListWords {

    private final ListAddresses addresses;
    private final ListCells cells;
    private final StepNames steps;

    ListWords(ListAddresses addresses, ListCells cells, StepNames steps) {
        this.addresses = addresses;
        this.steps = steps;
        this.cells = cells;
    }

    /** For the lines of one page. */
    public Reader reader() {
        return new Reader(cells.names());
    }

    /** Says what lists show. */
    public final class Reader {

        private final PlaceNames names;

        private Reader(PlaceNames names) {
            this.names = names;
        }

        /**
         * « Étape : À instruire », « Demande d’au moins : 2 000,00 € »: one for each filter, in the order of
         * {@link Listing#query()}; none when the list shows all that one may see.
         *
         * @param query of the address of a list; one that is none any more stands for itself
         */
        public List<String> filters(String query) {
            try {
                return filters(addresses.read(query));
            } catch (Rejected noLongerAList) {
                return List.of(query);
            }
        }

        /** « Échéance la plus proche »; null for an address that is none of a list. */
        public @Nullable String order(String query) {
            try {
                return Sentences.of("sort." + addresses.read(query).sort());
            } catch (Rejected noLongerAList) {
                return null;
            }
        }

        private List<String> filters(Listing listing) {
            var filter = listing.filter();
            var words = new ArrayList<String>();
            add(words, "words", filter.words(), Function.identity());
            add(words, "call", filter.call(), Function.identity());
            add(words, "status", filter.status(), status -> Sentences.of("status." + status));
            add(words, "step", filter.step(), steps::name);
            add(words, "clock", filter.clock(), clock -> Sentences.of("clock." + clock));
            add(words, "due", filter.due(), due -> Sentences.of("due." + due));
            add(words, "measure", filter.measure(), Function.identity());
            add(words, "territory", filter.territory(), names::territory);
            add(words, "sector", filter.sector(), names::sector);
            add(words, "jury", filter.jury(), names::jury);
            add(words, "organisation", filter.organisation(), Function.identity());
            add(words, "rule", filter.rule(), Function.identity());
            add(words, "requestedFrom", filter.requestedFrom(), (BigDecimal euros) -> Euros.format(euros));
            add(words, "requestedTo", filter.requestedTo(), (BigDecimal euros) -> Euros.format(euros));
            add(words, "receivedFrom", filter.receivedFrom(), (LocalDate day) -> FrenchDay.format(day));
            add(words, "receivedTo", filter.receivedTo(), (LocalDate day) -> FrenchDay.format(day));
            add(words, "reached", filter.reached(), reached -> Sentences.of("milestone." + reached));
            add(words, "holderKind", filter.holderKind(), kind -> Sentences.of("holderKind." + kind));
            add(words, "version", filter.version(), String::valueOf);
            add(words, "end", filter.end(), end -> Sentences.find("end." + end).orElse(end));
            add(words, "difficulty", filter.difficulty(), ListWords::difficulty);
            add(words, "marked", filter.marked() ? filter : null, any -> Sentences.of("yes"));
            return words;
        }
    }

    private static String difficulty(String points) {
        return points.equals(DossierFilter.NO_DIFFICULTY) ? Sentences.of("difficulty.none") : points;
    }

    private static <T> void add(
            List<String> words, String filter, @Nullable T value, Function<? super T, @Nullable String> word) {
        if (value != null) {
            words.add(Sentences.of("list.filter", Sentences.of("list." + filter), word.apply(value)));
        }
    }
}
