package fr.ruche.dossier.web;

import fr.ruche.document.Attachment;
import fr.ruche.dossier.DepositReceipt;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.dossier.Silence;
import fr.ruche.dossier.StepPassage;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the API shows it; amounts in euros.
 *
 * @param stage null when the dossier has ended
 * @param silence when silence is a rejection; null until the full dossier is received and once something was decided
 * @param rules what the rules said the last time they were evaluated
 * @param revision to send back in {@code If-Match}
 */
record DossierView(
        String number,
        String call,
        int callVersion,
        DossierStatus status,
        String statusLabel,
        @Nullable String holder,
        @Nullable String territory,
        @Nullable String sector,
        @Nullable Stage stage,
        Fiche fiche,
        @Nullable FullDossier full,
        @Nullable Instant ficheReceivedAt,
        @Nullable Instant dossierReceivedAt,
        @Nullable Conformity conformity,
        @Nullable Boolean uncoveredNeed,
        @Nullable Route route,
        @Nullable String routeReason,
        @Nullable String jury,
        BigDecimal totalCost,
        BigDecimal requestedOperating,
        BigDecimal requestedInvestment,
        @Nullable Silence silence,
        @Nullable Decision decision,
        @Nullable Assessment rules,
        List<Paper> requiredDocuments,
        List<Attachment> documents,
        List<DepositReceipt> deposits,
        List<TimelineEntry> timeline,
        List<StepPassage> steps,
        Instant createdAt,
        long revision) {

    /**
     * Where it stands.
     *
     * @param step id of the step in the process
     * @param clock who holds it: {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY}
     */
    record Stage(
            String step,
            @Nullable String label,
            @Nullable String clock,
            @Nullable Instant dueAt,
            boolean late) {}

    /** What was decided, or proposed for officers. */
    record Decision(
            DossierStatus outcome,
            @Nullable BigDecimal grantedOperating,
            @Nullable BigDecimal grantedInvestment) {}

    /** A paper that the call asks of this dossier. */
    record Paper(String kind, String title, String help, boolean given) {}
}
