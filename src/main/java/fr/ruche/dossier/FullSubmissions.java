package fr.ruche.dossier;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.document.Attachment;
import fr.ruche.document.Documents;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The full dossier of the porteur: written, checked live, deposited, completed. */
@Component
class FullSubmissions {

    private final DossierRegister register;
    private final FullChecks checks;
    private final PaperDesk paper;
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
            PaperDesk paper,
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
        this.paper = paper;
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
        write(dossier, full);
    }

    Optional<Assessment> preview(DossierCase dossier, FullDossier full) {
        Rejected.ifAny(checks.draft(full, money(dossier)));
        return evaluations.preview(dossier, full);
    }

    void deposit(DossierNumber number, Actor holder) {
        var dossier = register.ofHolder(number, holder.username(), Step.FULL_DEPOSIT);
        deposit(dossier, Arrival.online(clock.instant()), holder);
    }

    /** @param full null for the papers that were asked for after the deposit */
    void register(DossierNumber number, @Nullable FullDossier full, Arrival arrival, Actor officer) {
        var dossier = register.forPaper(number, officer, full == null ? Step.FULL_DEPOSIT : Step.FULL);
        Rejected.ifAny(paper.faults(arrival));
        if (full != null) {
            write(dossier, full);
        }
        deposit(dossier, arrival, officer);
    }

    private void write(Dossier dossier, FullDossier full) {
        Rejected.ifAny(checks.draft(full, money(dossier.toCase())));
        dossier.write(full, Budget.of(full.budget(), nomenclature));
    }

    private boolean money(DossierCase dossier) {
        return calls.at(dossier.call(), dossier.callVersion()).givesMoney(dossier.measure());
    }

    private void deposit(Dossier dossier, Arrival arrival, Actor by) {
        var number = dossier.toCase().number();
        var step = Objects.requireNonNull(dossier.step());
        var complement = Step.PROVIDE_DOCUMENTS.equals(step);
        if (!complement) {
            Rejected.ifAny(faults(dossier.toCase(), arrival));
            dossier.dossierReceived(arrival);
        }
        keep(dossier.toCase(), complement, arrival, by);
        processes.complete(number.value(), step, by.username(), Map.of());
        if (complement) {
            events.publishEvent(new FullDossierDeposited(number, arrival, true));
        }
    }

    private List<Fault> faults(DossierCase dossier, Arrival arrival) {
        var full = dossier.full();
        if (full == null) {
            return List.of(new Fault("", "REQUIRED", Sentences.of("full.empty")));
        }
        var call = dossier.extraDays().of(calls.current(dossier.call()));
        var faults = new ArrayList<>(checks.draft(full, money(dossier)));
        faults.addAll(checks.deposit(full, dossier.fiche(), call));
        var territory = Objects.requireNonNullElse(dossier.territory(), "");
        if (!arrival.counting(call).isBefore(call.dossierLimit(territory))) {
            faults.add(new Fault(
                    "", "ELIG-03", Sentences.of("full.late", FrenchDay.format(call.dossierDeadline(territory)))));
        }
        return faults;
    }

    private void keep(DossierCase dossier, boolean complement, Arrival arrival, Actor by) {
        var number = dossier.number();
        var kind = complement ? DepositReceipt.Kind.COMPLEMENT : DepositReceipt.Kind.DOSSIER;
        var content = new Content(dossier.fiche(), dossier.full(), documents.of(number.value()));
        deposits.keep(number, kind, arrival, by.username(), content);
        if (complement) {
            timeline.add(number, "DOCUMENTS_PROVIDED", Sentences.of("full.line.complement", arrival.onPaper()), by);
        } else {
            timeline.add(number, "FULL_DEPOSITED", Sentences.of("full.line.deposited", arrival.onPaper()), by);
        }
    }

    private record Content(Fiche fiche, @Nullable FullDossier full, List<Attachment> documents) {}
}
