package fr.ruche.dossier;

import fr.ruche.common.Iban;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The full submission. Its budget is in the nomenclature of {@code domain.md} 1.2; the amounts that the rules look at
 * are computed from its lines, never typed twice.
 *
 * @param uncoveredNeed how the project answers a need that the programme d'activité does not cover (ELIG-10)
 * @param minimumUseful the smallest grant with which the project can still be done, in euros
 */
public record FullDossier(
        @Nullable String objectives,
        @Nullable String description,
        @Nullable String beneficiaries,
        @Nullable String residentsInvolvement,
        @Nullable String partners,
        @Nullable String governance,
        @Nullable String evaluation,
        @Nullable String diagnosis,
        @Nullable String uncoveredNeed,
        @Nullable BigDecimal minimumUseful,
        @Nullable BigDecimal alreadyAwardedThisYear,
        @Nullable String iban,
        boolean engagement,
        List<BudgetLine> budget) {

    public FullDossier {
        budget = budget == null ? List.of() : List.copyOf(budget);
    }

    /** The same for those who need no account number: the last four characters of it only. */
    public FullDossier masked() {
        return with(iban == null ? null : Iban.masked(iban));
    }

    /** The same for those who have nothing to do with the account. */
    FullDossier withoutAccount() {
        return with(null);
    }

    private FullDossier with(@Nullable String account) {
        return new FullDossier(
                objectives,
                description,
                beneficiaries,
                residentsInvolvement,
                partners,
                governance,
                evaluation,
                diagnosis,
                uncoveredNeed,
                minimumUseful,
                alreadyAwardedThisYear,
                account,
                engagement,
                budget);
    }

    /** What a porteur finds when he starts: what his fiche already says. */
    public static FullDossier startedFrom(Fiche fiche) {
        var request = fiche.estimatedRequest();
        var budget = request == null
                ? List.<BudgetLine>of()
                : List.of(new BudgetLine(Section.OPERATING, "74-REGION", null, request, "DEMANDE"));
        return new FullDossier(
                null, fiche.summary(), null, null, null, null, null, null, null, null, null, null, false, budget);
    }

    /**
     * @param section {@code OPERATING} or {@code INVESTMENT}
     * @param account account of the nomenclature, such as {@code 60} or {@code 74-REGION}
     * @param status for a co-funder: {@code DEMANDE}, {@code ACQUIS} or {@code VOTE}
     */
    public record BudgetLine(
            Section section,
            String account,
            @Nullable String label,
            BigDecimal amount,
            @Nullable String status) {}

    public enum Section {
        OPERATING,
        INVESTMENT
    }
}
