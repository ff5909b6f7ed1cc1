package fr.ruche.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the reference data.
 *
 * @param code official code (INSEE), five characters
 * @param siren SIREN of the commune as a legal person
 * @param epci SIREN of its intercommunality
 * @param sector code of the sector that instructs its projects
 */
public record Commune(
        String code,
        String name,
        String siren,
        @Nullable String epci,
        @Nullable String epciName,
        @Nullable String sector,
        String departement,
        List<String> postalCodes,
        int population) {}
