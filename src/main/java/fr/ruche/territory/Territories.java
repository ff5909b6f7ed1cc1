package fr.ruche.territory;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Communes, intercommunalities, sectors and the priority geography. */
@Component
public class Territories {

    static final int MOST_FOUND = 20;
    private static final int LONGEST_SEARCH = 100;

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

    /** The intercommunalities of today by name. */
    public List<Epci> allEpci() {
        return epci.all();
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
     * Sets the sector and the jury of an intercommunality.
     *
     * @param seen the version that was changed
     * @throws Conflict when somebody else has changed it since
     */
    @Transactional
    public Epci change(String siren, int seen, String sector, boolean territorialJury) {
        if (epci(siren).isEmpty()) {
            throw new NotFound(Sentences.of("epci.unknown", siren));
        }
        if (sectors().stream().noneMatch(one -> one.code().equals(sector))) {
            throw Rejected.because("sector", "CHOICE", Sentences.of("sector.unknown", sector));
        }
        var by = actors.current().map(Actor::username).orElse(null);
        if (!epci.change(siren, seen, sector, territorialJury, by)) {
            throw new Conflict(Sentences.of("epci.stale"));
        }
        return epci(siren).orElseThrow();
    }
}
