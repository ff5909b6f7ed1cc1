package fr.ruche.portal.web;

import org.springframework.stereotype.Component;

/** What the public calls a jury. */
@Component
class Juries {

    private static final String REGIONAL = "regional";

    /** @param jury {@code regional} or the SIREN of an EPCI */
    String label(String jury) {
        return REGIONAL.equals(jury) ? "Jury régional" : "Jury territorial " + jury;
    }
}
