package fr.ruche.portal.web;

import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import org.springframework.stereotype.Component;

/** What the public calls a jury. */
@Component
class Juries {

    private static final String REGIONAL = "regional";

    private final Territories territories;

    Juries(Territories territories) {
        this.territories = territories;
    }

    /** @param jury {@code regional} or the SIREN of an EPCI */
    String label(String jury) {
        return REGIONAL.equals(jury)
                ? "Jury régional"
                : territories.epci(jury).map(Epci::name).orElse("Jury territorial " + jury);
    }
}
