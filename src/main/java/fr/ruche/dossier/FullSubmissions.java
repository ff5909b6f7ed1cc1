package fr.ruche.dossier;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.document.Attachment;
import fr.ruche.document.Documents;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The full dossier of the porteur: written, checked live, deposited, completed. */
@Component
class FullSubmissions {

    private final DossierRegister register;
    private final FullChecks checks;
    private final BudgetNomenclature nomenclature;
    private final Calls calls;
    private final Documents documents;
    private final Deposits deposits;
    private final Evaluations evaluations;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FullSubmissions(
            DossierRegister register,
            FullChecks checks,
            BudgetNomenclature nomenclature,
            Calls calls,
            Documents documents,
            Deposits deposits,
            Evaluations evaluations,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.checks = checks;
        this.nomenclature = nomenclature;
        this.calls = calls;
        this.documents = documents;
        this.deposits = deposits;
        this.evaluations = evaluations;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    void save(DossierNumber number, FullDossier full, Actor holder, @Nullable Long revision) {
        var dossier = register.ofHolder(number, holder.username(), Step.FULL);
        FicheSubmissions.requireRevision(dossier, revision);
        Rejected.ifAny(checks.draft(full));
        dossier.write(full, Budget.of(full.budget(), nomenclature));
    }

    Assessment preview(DossierCase dossier, FullDossier full) {
        Rejected.ifAny(checks.draft(full));
        return evaluations.preview(dossier, full);
    }

    void deposit(DossierNumber number, Actor holder) {
        var dossier = register.ofHolder(number, holder.username(), Step.FULL_DEPOSIT);
        var step = Objects.requireNonNull(dossier.step());
        var now = clock.instant();
        var complement = Step.PROVIDE_DOCUMENTS.equals(step);
        if (!complement) {
            Rejected.ifAny(faults(dossier.toCase(), now));
            dossier.dossierReceived(now);
        }
        keep(dossier.toCase(), complement, now, holder);
        processes.complete(number.value(), step, holder.username(), Map.of());
        if (complement) {
            events.publishEvent(new FullDossierDeposited(number, now, true));
        }
    }

    private List<Fault> faults(DossierCase dossier, Instant now) {
        var full = dossier.full();
        if (full == null) {
            return List.of(new Fault("", "REQUIRED", "Le dossier complet n’est pas encore rempli."));
        }
        var call = calls.current(dossier.call());
        var faults = new ArrayList<>(checks.draft(full));
        faults.addAll(checks.deposit(full, dossier.fiche(), call));
        var territory = Objects.requireNonNullElse(dossier.territory(), "");
        if (!now.isBefore(call.dossierLimit(territory))) {
            faults.add(new Fault(
                    "",
                    "ELIG-03",
                    "Les dossiers complets étaient attendus jusqu’au "
                            + FrenchDay.format(call.dossierDeadline(territory)) + " inclus."));
        }
        return faults;
    }

    private void keep(DossierCase dossier, boolean complement, Instant at, Actor by) {
        var number = dossier.number();
        var kind = complement ? DepositReceipt.Kind.COMPLEMENT : DepositReceipt.Kind.DOSSIER;
        var content = new Content(dossier.fiche(), dossier.full(), documents.of(number.value()));
        deposits.keep(number, kind, at, by.username(), content);
        if (complement) {
            timeline.add(number, "DOCUMENTS_PROVIDED", "Pièces demandées déposées.", by);
        } else {
            timeline.add(number, "FULL_DEPOSITED", "Dossier complet déposé.", by);
        }
    }

    private record Content(Fiche fiche, @Nullable FullDossier full, List<Attachment> documents) {}
}
