package fr.ruche.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a project that the rules of a call look at. Null means not known yet: a rule that needs it is then
 * not decided, and reported neither as passed nor as failed. Amounts in euros, scale 2.
 *
 * @param ficheExtraDays days by which the limit of the fiche was put off for this project
 * @param dossierExtraDays the same for the full dossier
 */
public record Project(
        String measure,
        Scale scale,
        Holder holder,
        @Nullable String commune,
        @Nullable String epci,
        boolean territorialJury,
        @Nullable Boolean priorityNeighbourhood,
        List<String> gupThemes,
        boolean activityProgramme,
        @Nullable Boolean uncoveredNeed,
        boolean priorContact,
        @Nullable Instant ficheReceivedAt,
        @Nullable Channel ficheChannel,
        @Nullable LocalDate fichePostmark,
        @Nullable Conformity conformity,
        @Nullable Instant dossierReceivedAt,
        @Nullable Channel dossierChannel,
        @Nullable LocalDate postmark,
        List<String> missingDocuments,
        @Nullable BigDecimal totalCost,
        @Nullable BigDecimal requestedOperating,
        @Nullable BigDecimal requestedInvestment,
        @Nullable Financing financing,
        @Nullable BigDecimal volunteering,
        @Nullable BigDecimal alreadyAwardedThisYear,
        int ficheExtraDays,
        int dossierExtraDays) {

    public record Holder(
            HolderKind kind,
            @Nullable String siret,
            @Nullable String rna) {}

    /** Who else pays; euros, scale 2. */
    public record Financing(
            BigDecimal commune,
            BigDecimal epci,
            BigDecimal departement,
            BigDecimal etat,
            BigDecimal europe,
            BigDecimal prives,
            BigDecimal ownFunds,
            BigDecimal otherIncome) {}
}
