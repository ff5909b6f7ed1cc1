package fr.ruche.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in an organisation that may hold dossiers; exactly one of the three numbers names it.
 *
 * @param name of the person
 * @param commune code of INSEE: the commune itself as holder
 * @param capacity such as elected member, president, treasurer
 */
public record Interest(
        UUID id,
        String username,
        String name,
        @Nullable String siren,
        @Nullable String rna,
        @Nullable String commune,
        String capacity,
        String declaredBy,
        Instant declaredAt) {

    /** The number that names the organisation. */
    public String organisation() {
        return siren != null ? siren : rna != null ? rna : String.valueOf(commune);
    }
}
