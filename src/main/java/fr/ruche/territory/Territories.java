package fr.ruche.territory;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Communes, intercommunalities, sectors and the priority geography. */
@Component
public class Territories {

    static final int MOST_FOUND = 20;
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_DIFFICULT = 100;

    private final CommuneTables communes;
    private final EpciTables epci;
    private final NeighbourhoodTables neighbourhoods;
    private final Actors actors;

    Territories(CommuneTables communes, EpciTables epci, NeighbourhoodTables neighbourhoods, Actors actors) {
        this.communes = communes;
        this.epci = epci;
        this.neighbourhoods = neighbourhoods;
        this.actors = actors;
    }

    /** The commune with this code, or the one that has absorbed the commune that had it. */
    public Optional<Commune> commune(String code) {
        return communes.find(code.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * At most twenty communes by the beginning of a word of their name (without accents), of a postal code or of their
     * code; exact names first, then the most populous.
     */
    public List<Commune> search(String typed) {
        var text = SearchText.of(typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed);
        return text.isEmpty() ? List.of() : communes.search(text, MOST_FOUND);
    }

    /** The intercommunality with this SIREN, also one of 2015 that no longer exists. */
    public Optional<Epci> epci(String siren) {
        return epci.find(siren);
    }

    /** The intercommunality that stands today for this SIREN: itself, or its successor. */
    public Optional<Epci> epciToday(String siren) {
        return epci(siren).flatMap(found -> found.successor() == null ? Optional.of(found) : epci(found.successor()));
    }

    /** The communes that belong to an intercommunality, by name. */
    public List<Commune> allCommunes() {
        return communes.all();
    }

    /** The intercommunalities of today by name. */
    public List<Epci> allEpci() {
        return epci.all();
    }

    /** The intercommunalities that no longer exist, each with its successor. */
    public List<Epci> formerEpci() {
        return epci.former();
    }

    /** The code of the sector of an intercommunality. */
    public Optional<String> sectorOf(String siren) {
        return epci(siren).map(Epci::sector);
    }

    public List<Sector> sectors() {
        return epci.sectors();
    }

    /** Whether the intercommunality has a territorial jury; one that is not known has none. */
    public boolean hasTerritorialJury(String siren) {
        return epci(siren).map(Epci::territorialJury).orElse(false);
    }

    /**
     * Whether this neighbourhood of the commune belongs to the priority geography that is in force on the day.
     *
     * @param neighbourhood its code or its name, as typed
     */
    public boolean isPriority(String commune, String neighbourhood, LocalDate date) {
        var code = commune(commune).map(Commune::code).orElse(commune);
        return neighbourhoods.isPriority(code, neighbourhood.strip(), SearchText.of(neighbourhood), date);
    }

    /** The priority neighbourhoods of a commune on a day, by name. */
    public List<PriorityNeighbourhood> priorityNeighbourhoods(String commune, LocalDate date) {
        return neighbourhoods.of(commune(commune).map(Commune::code).orElse(commune), date);
    }

    /**
     * Sets what the Region decides for an intercommunality.
     *
     * @param seen the version that was changed
     * @param difficulty points from 0 to 100; null as long as nobody says
     * @throws Rejected naming each wrong field
     * @throws Conflict when somebody else has changed it since
     */
    @Transactional
    public Epci change(String siren, int seen, String sector, boolean territorialJury, @Nullable Integer difficulty) {
        if (epci(siren).isEmpty()) {
            throw new NotFound(Sentences.of("epci.unknown", siren));
        }
        var faults = new ArrayList<Fault>();
        if (sectors().stream().noneMatch(one -> one.code().equals(sector))) {
            faults.add(new Fault("sector", "CHOICE", Sentences.of("sector.unknown", sector)));
        }
        if (wrong(difficulty)) {
            faults.add(new Fault("difficulty", "RANGE", Sentences.of("epci.difficulty", MOST_DIFFICULT)));
        }
        Rejected.ifAny(faults);
        var by = actors.current().map(Actor::username).orElse(null);
        if (!epci.change(siren, seen, sector, territorialJury, difficulty, by)) {
            throw new Conflict(Sentences.of("epci.stale"));
        }
        return epci(siren).orElseThrow();
    }

    /**
     * The difficulty of one of several.
     *
     * @param seen the version that was changed
     * @param field where a fault of it is told
     */
    public record NewDifficulty(
            String siren, int seen, @Nullable Integer difficulty, String field) {}

    /**
     * Sets the difficulty of several intercommunalities at once: all or none; one that stays as it is does not count.
     *
     * @return how many changed
     * @throws Rejected naming each that is wrong
     * @throws Conflict when somebody else has changed one of them since
     */
    @Transactional
    public int changeDifficulties(List<NewDifficulty> all) {
        var faults = new ArrayList<Fault>();
        all.stream()
                .filter(one -> wrong(one.difficulty()))
                .forEach(one ->
                        faults.add(new Fault(one.field(), "RANGE", Sentences.of("epci.difficulty", MOST_DIFFICULT))));
        Rejected.ifAny(faults);
        var changed = 0;
        for (var one : all) {
            var now = epci(one.siren()).orElseThrow(() -> new NotFound(Sentences.of("epci.unknown", one.siren())));
            if (!Objects.equals(now.difficulty(), one.difficulty())) {
                change(one.siren(), one.seen(), now.sector(), now.territorialJury(), one.difficulty());
                changed++;
            }
        }
        return changed;
    }

    private static boolean wrong(@Nullable Integer difficulty) {
        return difficulty != null && (difficulty < 0 || difficulty > MOST_DIFFICULT);
    }
}
