package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a project is, in words. */
@Component
class PlaceNames {

    private final Territories territories;

    PlaceNames(Territories territories) {
        this.territories = territories;
    }

    /** « Lens, CA de Lens - Liévin ». */
    String of(DossierCase dossier) {
        var commune = Optional.ofNullable(dossier.fiche().commune()).flatMap(territories::commune);
        var epci = Optional.ofNullable(dossier.territory()).flatMap(territories::epci);
        return Stream.concat(commune.map(Commune::name).stream(), epci.map(Epci::name).stream())
                .collect(Collectors.joining(", "));
    }
}
