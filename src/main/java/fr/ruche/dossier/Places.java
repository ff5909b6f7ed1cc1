package fr.ruche.dossier;

import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters;
import fr.ruche.territory.Territories;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the project of a fiche is. */
@Component
class Places {

    private final Territories territories;

    Places(Territories territories) {
        this.territories = territories;
    }

    /** Null when the fiche names no commune, or one that no intercommunality of the region counts among its own. */
    @Nullable Place of(Fiche fiche) {
        if (fiche.commune() == null) {
            return null;
        }
        var commune = territories.commune(fiche.commune()).orElse(null);
        if (commune == null || commune.epci() == null || commune.sector() == null) {
            return null;
        }
        return new Place(
                commune.code(),
                commune.name(),
                commune.epci(),
                Objects.requireNonNullElse(commune.epciName(), commune.epci()),
                commune.sector());
    }

    boolean hasTerritorialJury(@Nullable String territory) {
        return territory != null && territories.hasTerritorialJury(territory);
    }

    /**
     * Whether the project lies in the priority geography of the call. Where the measure asks for it, a fiche that names
     * no neighbourhood is outside; elsewhere it is not known.
     */
    @Nullable Boolean priority(Fiche fiche, Call call) {
        var neighbourhood = fiche.neighbourhood();
        if (fiche.commune() != null && neighbourhood != null && !neighbourhood.isBlank()) {
            return territories.isPriority(
                    fiche.commune(), neighbourhood, call.parameters().calendar().geographyDate());
        }
        var asked = call.parameters().measures().stream()
                .filter(CallParameters.Measure::priorityGeography)
                .anyMatch(measure -> measure.code().equals(fiche.measure()));
        return asked ? Boolean.FALSE : null;
    }
}
