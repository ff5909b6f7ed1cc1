package fr.ruche.programme;

import fr.ruche.common.Sentences;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import org.springframework.stereotype.Component;

/** What a jury is called. */
@Component
public class JuryNames {

    private static final String REGIONAL = "regional";

    private final Territories territories;

    JuryNames(Territories territories) {
        this.territories = territories;
    }

    /** « jury régional », « jury territorial (CA de Lens - Liévin) ». @param jury {@code regional} or a SIREN */
    public String of(String jury) {
        return jury.equals(REGIONAL)
                ? Sentences.of("jury.regional.inline")
                : Sentences.of(
                        "jury.territorial.inline",
                        territories.epci(jury).map(Epci::name).orElse(jury));
    }

    /** The same at the beginning of a line. */
    public String title(String jury) {
        return "J" + of(jury).substring(1);
    }
}
