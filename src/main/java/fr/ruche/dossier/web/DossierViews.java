package fr.ruche.dossier.web;

import fr.ruche.document.Attachment;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.FullDossier;
import fr.ruche.identity.Actor;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gathers what the API shows of one dossier. */
@Component
class DossierViews {

    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Clock clock;

    DossierViews(Dossiers dossiers, DossierDocuments documents, Clock clock) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.clock = clock;
    }

    ResponseEntity<DossierView> answer(DossierNumber number, Actor reader) {
        var view = of(number, reader);
        return ResponseEntity.ok().eTag(Revision.tag(view.revision())).body(view);
    }

    DossierView of(DossierNumber number, Actor reader) {
        var dossier = dossiers.readableBy(reader, number);
        var outsider = dossiers.outsider(reader, number);
        var files = documents.list(number, reader);
        return new DossierView(
                number.value(),
                dossier.call(),
                dossier.callVersion(),
                dossier.status(),
                dossier.status().label(),
                dossier.holder(),
                dossier.territory(),
                dossier.sector(),
                stage(dossier),
                dossier.fiche(),
                full(dossier, reader),
                dossier.ficheReceivedAt(),
                dossier.dossierReceivedAt(),
                dossier.conformity(),
                dossier.uncoveredNeed(),
                dossier.route(),
                dossier.routeReason(),
                dossier.jury(),
                dossier.totalCost(),
                dossier.requestedOperating(),
                dossier.requestedInvestment(),
                dossier.silence(),
                decision(dossier, reader),
                outsider ? null : dossiers.lastAssessment(number).orElse(null),
                papers(number, files, outsider),
                files,
                dossiers.deposits(number),
                dossiers.timeline(number, reader),
                outsider ? List.of() : dossiers.steps(number),
                dossier.createdAt(),
                dossier.revision());
    }

    /** The number of the account is the porteur's own; who pays asks for it, and leaves a trace. */
    private static @Nullable FullDossier full(DossierCase dossier, Actor reader) {
        var full = dossier.full();
        return full == null || reader.username().equals(dossier.holder()) ? full : full.masked();
    }

    private DossierView.@Nullable Stage stage(DossierCase dossier) {
        if (dossier.step() == null) {
            return null;
        }
        var late = dossier.dueAt() != null && dossier.dueAt().isBefore(clock.instant());
        return new DossierView.Stage(dossier.step(), dossier.stepLabel(), dossier.clock(), dossier.dueAt(), late);
    }

    /** What the jury proposes is the porteur's to know only once it is decided. */
    private static DossierView.@Nullable Decision decision(DossierCase dossier, Actor reader) {
        var decided = dossier.status().decided();
        var own = dossier.heldBy(reader);
        if (!decided && (own || dossier.grantedOperating() == null)) {
            return null;
        }
        return new DossierView.Decision(dossier.status(), dossier.grantedOperating(), dossier.grantedInvestment());
    }

    private List<DossierView.Paper> papers(DossierNumber number, List<Attachment> files, boolean outsider) {
        var given = files.stream()
                .filter(file -> file.state() == Attachment.State.CURRENT)
                .map(Attachment::kind)
                .collect(Collectors.toSet());
        return dossiers.requiredDocuments(number).stream()
                .filter(paper -> !outsider || !paper.kind().equals(DossierDocuments.BANK))
                .map(paper ->
                        new DossierView.Paper(paper.kind(), paper.title(), paper.help(), given.contains(paper.kind())))
                .toList();
    }
}
