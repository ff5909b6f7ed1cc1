package fr.ruche.portal.web;

import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierSummary;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.identity.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dossiers that a porteur holds, the latest first. */
@Component
class OwnDossiers {

    private static final int ALL = 200;

    private final Dossiers dossiers;

    OwnDossiers(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    List<DossierSummary> of(Actor holder) {
        return dossiers.search(DossierFilter.ALL, holder, 0, ALL, DossierSort.NUMBER_DESC).items().stream()
                .filter(dossier -> holder.username().equals(dossier.holder()))
                .toList();
    }

    /** The organisation of the latest dossier that names one: what a new fiche need not ask again. */
    Optional<Known> organisation(Actor holder) {
        return of(holder).stream()
                .filter(dossier -> dossier.organisation() != null)
                .findFirst()
                .map(dossier -> new DossierNumber(dossier.number()))
                .map(number -> new Known(
                        number,
                        Objects.requireNonNull(dossiers.get(number).fiche().holder())));
    }

    /** @param from the dossier in which it was given */
    record Known(DossierNumber from, Fiche.Organisation organisation) {}
}
