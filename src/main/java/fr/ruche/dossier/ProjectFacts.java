package fr.ruche.dossier;

import fr.ruche.document.Documents;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.programme.CallParameters.RequiredDocument;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Project;
import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a dossier says, in the words of the rules. What is not known yet stays null, and no rule decides on it. */
@Component
class ProjectFacts {

    private final Calls calls;
    private final Documents documents;
    private final BudgetNomenclature nomenclature;
    private final Places places;

    ProjectFacts(Calls calls, Documents documents, BudgetNomenclature nomenclature, Places places) {
        this.calls = calls;
        this.documents = documents;
        this.nomenclature = nomenclature;
        this.places = places;
    }

    /** @param arrival how the full dossier came or would come in; null before it is looked at */
    Project of(DossierCase dossier, @Nullable FullDossier full, @Nullable Arrival arrival) {
        var call = calls.at(dossier.call(), dossier.callVersion());
        var fiche = dossier.fiche();
        var holder = fiche.holder();
        var came = dossier.ficheArrival();
        var budget = full == null ? null : Budget.of(full.budget(), nomenclature);
        return new Project(
                Objects.requireNonNullElse(fiche.measure(), ""),
                Objects.requireNonNullElse(fiche.scale(), Scale.COMMUNALE),
                holder == null
                        ? new Project.Holder(HolderKind.AUTRE, null, null)
                        : new Project.Holder(
                                Objects.requireNonNullElse(holder.kind(), HolderKind.AUTRE),
                                holder.siret(),
                                holder.rna()),
                fiche.commune(),
                dossier.territory(),
                places.hasTerritorialJury(dossier.territory()),
                places.priority(fiche, call),
                fiche.themes(),
                Boolean.TRUE.equals(fiche.activityProgramme()),
                dossier.uncoveredNeed(),
                fiche.priorContact() != null && fiche.priorContact().date() != null,
                came == null ? null : came.receivedAt(),
                came == null ? null : came.channel(),
                came == null ? null : came.postmark(),
                dossier.conformity(),
                arrival == null ? null : arrival.receivedAt(),
                arrival == null ? null : arrival.channel(),
                arrival == null ? null : arrival.postmark(),
                budget == null
                        ? List.of()
                        : missing(dossier, full).stream()
                                .map(RequiredDocument::title)
                                .toList(),
                budget == null ? null : budget.totalCost(),
                budget == null ? null : budget.requested(Section.OPERATING),
                budget == null ? null : budget.requested(Section.INVESTMENT),
                budget == null ? null : budget.financing(),
                budget == null ? null : budget.inKindProducts(),
                full == null ? null : full.alreadyAwardedThisYear(),
                dossier.extraDays().fiche(),
                dossier.extraDays().dossier());
    }

    /** The papers that the call asks of this dossier. */
    List<RequiredDocument> required(DossierCase dossier, @Nullable FullDossier full) {
        return calls.at(dossier.call(), dossier.callVersion()).parameters().documents().stream()
                .filter(paper -> asked(paper, dossier.fiche(), full))
                .toList();
    }

    /** Those of them of which there is no current file. */
    List<RequiredDocument> missing(DossierCase dossier, @Nullable FullDossier full) {
        var given = documents.kinds(dossier.number().value());
        return required(dossier, full).stream()
                .filter(paper -> !given.contains(paper.kind()))
                .toList();
    }

    private boolean asked(RequiredDocument paper, Fiche fiche, @Nullable FullDossier full) {
        var kind = fiche.holder() == null ? null : fiche.holder().kind();
        var holders =
                paper.holders().isEmpty() || (kind != null && paper.holders().contains(kind));
        var measures = paper.measures().isEmpty()
                || (fiche.measure() != null && paper.measures().contains(fiche.measure()));
        return holders && measures && condition(paper, fiche, full);
    }

    private boolean condition(RequiredDocument paper, Fiche fiche, @Nullable FullDossier full) {
        return switch (paper.condition()) {
            case "ALWAYS" -> true;
            case "INVESTMENT" ->
                full != null
                        && Budget.of(full.budget(), nomenclature)
                                        .requested(Section.INVESTMENT)
                                        .compareTo(BigDecimal.ZERO)
                                > 0;
            case "ACTIVITY_PROGRAMME" -> Boolean.TRUE.equals(fiche.activityProgramme());
            default -> false;
        };
    }
}
