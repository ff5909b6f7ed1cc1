package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where a project is, in words. */
@Component
class PlaceNames {

    String of(DossierCase dossier) {
        return Objects.requireNonNullElse(dossier.fiche().commune(), "");
    }
}
