package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The fiche of the porteur: opened, written, deposited, corrected. */
@Component
class FicheSubmissions {

    private static final ProcessVariable<String> TERRITORY = ProcessVariable.code("territory");
    private static final ProcessVariable<String> SECTOR = ProcessVariable.code("sector");
    private static final ProcessVariable<String> MEASURE = ProcessVariable.code("measure");

    private final DossierRegister register;
    private final DossierNumbers numbers;
    private final FicheChecks checks;
    private final Places places;
    private final Calls calls;
    private final Deposits deposits;
    private final Timeline timeline;
    private final CalendarMove calendar;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FicheSubmissions(
            DossierRegister register,
            DossierNumbers numbers,
            FicheChecks checks,
            Places places,
            Calls calls,
            Deposits deposits,
            Timeline timeline,
            CalendarMove calendar,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.numbers = numbers;
        this.checks = checks;
        this.places = places;
        this.calls = calls;
        this.deposits = deposits;
        this.timeline = timeline;
        this.calendar = calendar;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    DossierNumber open(String code, Actor holder, Fiche draft) {
        if (!holder.is(Role.HOLDER)) {
            throw new Forbidden("Seul un porteur de projet peut ouvrir un dossier.");
        }
        var call = calls.current(code);
        var place = places.of(draft);
        var faults = new ArrayList<>(checks.draft(draft, call, place));
        faults.addAll(FicheChecks.open(call, place, clock.instant()));
        Rejected.ifAny(faults);
        var number = numbers.next(call.code());
        var dossier = new Dossier(number, call.code(), call.version(), holder.username(), clock.instant());
        dossier.write(draft, place);
        register.add(dossier);
        timeline.add(
                number,
                "OPENED",
                "Fiche ouverte pour l’appel « " + call.parameters().title() + " ».",
                holder);
        processes.start(call.parameters().process(), number.value(), facts(draft, place));
        return number;
    }

    void save(DossierNumber number, Fiche fiche, Actor holder, @Nullable Long revision) {
        var dossier = register.ofHolder(number, holder.username(), Step.FICHE);
        requireRevision(dossier, revision);
        var before = dossier.toCase();
        var call = calls.current(before.call());
        var place = places.of(fiche);
        Rejected.ifAny(checks.draft(fiche, call, place));
        dossier.write(fiche, place);
        calendar.follow(before, dossier.toCase());
    }

    void deposit(DossierNumber number, Actor holder) {
        var dossier = register.ofHolder(number, holder.username(), Step.FICHE);
        var now = clock.instant();
        var fiche = dossier.toCase().fiche();
        var call = calls.current(dossier.toCase().call());
        var place = places.of(fiche);
        var correction = Step.CORRECT_FICHE.equals(dossier.step());
        Rejected.ifAny(faults(fiche, call, place, correction ? null : now));
        var step = java.util.Objects.requireNonNull(dossier.step());
        dossier.ficheReceived(now, call.version());
        keep(number, correction, now, holder, fiche);
        processes.complete(number.value(), step, holder.username(), facts(fiche, place));
        if (correction) {
            events.publishEvent(new FicheDeposited(number, now, true));
        }
    }

    /** @param at null for a correction, to which the deadline of the fiches does not apply */
    private List<Fault> faults(Fiche fiche, Call call, @Nullable Place place, @Nullable Instant at) {
        var faults = new ArrayList<>(checks.draft(fiche, call, place));
        faults.addAll(checks.deposit(fiche, call));
        if (at != null && place != null) {
            faults.addAll(FicheChecks.inTime(call, place.territory(), at));
        }
        return faults;
    }

    private void keep(DossierNumber number, boolean correction, Instant at, Actor by, Fiche fiche) {
        var kind = correction ? DepositReceipt.Kind.CORRECTION : DepositReceipt.Kind.FICHE;
        deposits.keep(number, kind, at, by.username(), fiche);
        if (correction) {
            timeline.add(number, "FICHE_CORRECTED", "Fiche corrigée et déposée à nouveau.", by);
        } else {
            timeline.add(number, "FICHE_DEPOSITED", "Fiche synthétique déposée.", by);
        }
    }

    static void requireRevision(Dossier dossier, @Nullable Long revision) {
        if (revision != null && revision != dossier.revision()) {
            throw new Conflict("Ce dossier a changé depuis que vous l’avez ouvert. Relisez-le, puis recommencez.");
        }
    }

    private static Map<ProcessVariable<?>, Object> facts(Fiche fiche, @Nullable Place place) {
        var facts = new HashMap<ProcessVariable<?>, Object>();
        if (fiche.measure() != null) {
            facts.put(MEASURE, fiche.measure());
        }
        if (place != null) {
            facts.put(TERRITORY, place.territory());
            facts.put(SECTOR, place.sector());
        }
        return facts;
    }
}
