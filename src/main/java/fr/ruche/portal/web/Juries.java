package fr.ruche.portal.web;

import fr.ruche.page.Texts;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import org.springframework.stereotype.Component;

/** What the public calls a jury. */
@Component
class Juries {

    private static final String REGIONAL = "regional";

    private final Territories territories;
    private final Texts texts;

    Juries(Territories territories, Texts texts) {
        this.territories = territories;
        this.texts = texts;
    }

    /** @param jury {@code regional} or the SIREN of an EPCI */
    String label(String jury) {
        return REGIONAL.equals(jury)
                ? texts.of("jury.regional")
                : territories.epci(jury).map(Epci::name).orElseGet(() -> texts.of("jury.territorial", jury));
    }
}
