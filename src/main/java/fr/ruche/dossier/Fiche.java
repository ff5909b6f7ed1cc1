package fr.ruche.dossier;

import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fiche synthétique: the short first submission whose conformity the intercommunality checks. Every field may be
 * null in a draft; the deposit says which are missing. Amounts in euros, scale 2.
 *
 * @param commune INSEE code of the commune of the project, or of the seat for a regional operation
 */
public record Fiche(
        @Nullable String measure,
        @Nullable Scale scale,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String commune,
        @Nullable String neighbourhood,
        List<String> themes,
        @Nullable Organisation holder,
        @Nullable PriorContact priorContact,
        @Nullable Boolean activityProgramme,
        @Nullable BigDecimal estimatedCost,
        @Nullable BigDecimal estimatedRequest,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    public Fiche {
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    /** The same with the measure that nobody had to choose. */
    Fiche of(String only) {
        return new Fiche(
                only,
                scale,
                title,
                summary,
                commune,
                neighbourhood,
                themes,
                holder,
                priorContact,
                activityProgramme,
                estimatedCost,
                estimatedRequest,
                startsOn,
                endsOn);
    }

    /** Who holds the project, and the person to talk to. */
    public record Organisation(
            @Nullable HolderKind kind,
            @Nullable String name,
            @Nullable String siret,
            @Nullable String rna,
            @Nullable String address,
            @Nullable String representative,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {}

    /** The contact with the technicians of the town and the EPCI that must precede the fiche (ELIG-13, 001 l.15). */
    public record PriorContact(
            @Nullable LocalDate date, @Nullable String persons) {}
}
