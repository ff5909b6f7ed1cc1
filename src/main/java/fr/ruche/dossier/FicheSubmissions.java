package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Scale;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.Processes;
import java.time.Clock;
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

    static final ProcessVariable<String> TERRITORY = ProcessVariable.code("territory");
    static final ProcessVariable<String> SECTOR = ProcessVariable.code("sector");
    static final ProcessVariable<String> MEASURE = ProcessVariable.code("measure");
    static final ProcessVariable<Boolean> CONFORMITY_BY_REGION = ProcessVariable.flag("conformityByRegion");

    private final DossierRegister register;
    private final DossierNumbers numbers;
    private final PaperDesk paper;
    private final FicheChecks checks;
    private final Places places;
    private final Calls calls;
    private final Deposits deposits;
    private final Closings closings;
    private final Timeline timeline;
    private final CalendarMove calendar;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FicheSubmissions(
            DossierRegister register,
            DossierNumbers numbers,
            PaperDesk paper,
            FicheChecks checks,
            Places places,
            Calls calls,
            Deposits deposits,
            Closings closings,
            Timeline timeline,
            CalendarMove calendar,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.numbers = numbers;
        this.paper = paper;
        this.checks = checks;
        this.places = places;
        this.calls = calls;
        this.deposits = deposits;
        this.closings = closings;
        this.timeline = timeline;
        this.calendar = calendar;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    DossierNumber open(String code, Actor holder, Fiche written) {
        if (!holder.is(Role.HOLDER)) {
            throw new Forbidden(Sentences.of("fiche.open.forbidden"));
        }
        var call = calls.current(code);
        var draft = measured(written, call);
        var place = places.of(draft);
        var faults = new ArrayList<>(checks.draft(draft, call, place));
        faults.addAll(FicheChecks.open(call, place, clock.instant()));
        Rejected.ifAny(faults);
        return number(begin(call, holder.username(), draft, place, holder));
    }

    /** A fiche on paper is opened and deposited at once: no deadline can come between. */
    DossierNumber register(String code, @Nullable String account, Fiche written, Arrival arrival, Actor officer) {
        var call = calls.current(code);
        var fiche = measured(written, call);
        var place = places.of(fiche);
        PaperDesk.requireFiche(officer, place);
        var faults = new ArrayList<>(paper.faults(arrival));
        faults.addAll(faults(fiche, call, place, arrival));
        Rejected.ifAny(faults);
        var dossier = begin(call, paper.holder(account), fiche, place, officer);
        deposit(dossier, call, arrival, officer);
        return number(dossier);
    }

    private Dossier begin(Call call, @Nullable String holder, Fiche fiche, @Nullable Place place, Actor by) {
        var number = numbers.next(call.code());
        var dossier = new Dossier(number, call.code(), call.version(), holder, clock.instant());
        dossier.write(fiche, place);
        register.add(dossier);
        timeline.add(
                number,
                "OPENED",
                Sentences.of("fiche.line.opened", call.parameters().title()),
                by);
        var parameters = call.parameters();
        processes.start(
                parameters.process(), parameters.models().process(), number.value(), Map.of()); // the deposit says them
        return dossier;
    }

    /** Nobody has to choose the only measure of a call. */
    private static Fiche measured(Fiche fiche, Call call) {
        return fiche.measure() != null
                ? fiche
                : call.parameters()
                        .onlyMeasure()
                        .map(measure -> fiche.of(measure.code()))
                        .orElse(fiche);
    }

    private static DossierNumber number(Dossier dossier) {
        return dossier.toCase().number();
    }

    void save(DossierNumber number, Fiche fiche, Actor holder, @Nullable Long revision) {
        var dossier = register.ofHolder(number, holder.username(), Step.FICHE);
        requireRevision(dossier, revision);
        write(dossier, fiche);
    }

    private void write(Dossier dossier, Fiche written) {
        var before = dossier.toCase();
        var call = calls.current(before.call());
        var fiche = measured(written, call);
        var place = places.of(fiche);
        Rejected.ifAny(checks.draft(fiche, call, place));
        dossier.write(fiche, place);
        calendar.follow(before, dossier.toCase());
    }

    void deposit(DossierNumber number, Actor holder) {
        var dossier = register.ofHolder(number, holder.username(), Step.FICHE);
        var written = dossier.toCase();
        var call = written.extraDays().of(calls.current(written.call()));
        deposit(dossier, call, Arrival.online(clock.instant()), holder);
    }

    /** A correction on paper of a fiche that was deposited, on paper or not. */
    void registerCorrection(DossierNumber number, Fiche fiche, Arrival arrival, Actor officer) {
        var dossier = register.forPaper(number, officer, Step.FICHE);
        Rejected.ifAny(paper.faults(arrival));
        write(dossier, fiche);
        deposit(dossier, calls.current(dossier.toCase().call()), arrival, officer);
    }

    private void deposit(Dossier dossier, Call call, Arrival arrival, Actor by) {
        var number = number(dossier);
        var fiche = dossier.toCase().fiche();
        var place = places.of(fiche);
        var correction = Step.CORRECT_FICHE.equals(dossier.step());
        Rejected.ifAny(faults(fiche, call, place, correction ? null : arrival));
        var step = java.util.Objects.requireNonNull(dossier.step());
        dossier.ficheReceived(arrival, call.version());
        keep(number, correction, arrival, by, fiche);
        processes.complete(number.value(), step, by.username(), facts(dossier, call));
        closings.begin(number, arrival); // where the model acknowledges nothing
        if (correction) {
            events.publishEvent(new FicheDeposited(number, arrival, true));
        }
    }

    /** @param arrival null for a correction, to which the deadline of the fiches does not apply */
    private List<Fault> faults(Fiche fiche, Call call, @Nullable Place place, @Nullable Arrival arrival) {
        var faults = new ArrayList<>(checks.draft(fiche, call, place));
        faults.addAll(checks.deposit(fiche, call));
        if (arrival != null && place != null) {
            faults.addAll(FicheChecks.inTime(call, place.territory(), arrival.counting(call)));
        }
        return faults;
    }

    private void keep(DossierNumber number, boolean correction, Arrival arrival, Actor by, Fiche fiche) {
        var kind = correction ? DepositReceipt.Kind.CORRECTION : DepositReceipt.Kind.FICHE;
        deposits.keep(number, kind, arrival, by.username(), fiche);
        if (correction) {
            timeline.add(number, "FICHE_CORRECTED", Sentences.of("fiche.line.corrected", arrival.onPaper()), by);
        } else {
            timeline.add(number, "FICHE_DEPOSITED", Sentences.of("fiche.line.deposited", arrival.onPaper()), by);
        }
    }

    static void requireRevision(Dossier dossier, @Nullable Long revision) {
        if (revision != null && revision != dossier.revision()) {
            throw new Conflict(Sentences.of("dossier.stale"));
        }
    }

    private static Map<ProcessVariable<?>, Object> facts(Dossier written, Call call) {
        var dossier = written.toCase();
        var facts = new HashMap<ProcessVariable<?>, Object>();
        facts.put(CONFORMITY_BY_REGION, written.isForwardedToRegion() || regionAlone(dossier.fiche(), call));
        if (dossier.fiche().measure() != null) {
            facts.put(MEASURE, dossier.fiche().measure());
        }
        if (dossier.territory() != null && dossier.sector() != null) {
            facts.put(TERRITORY, dossier.territory());
            facts.put(SECTOR, dossier.sector());
        }
        return facts;
    }

    /** Choice A8: who receives the fiche of a regional operation (001 l.101-103 do not say). */
    private static boolean regionAlone(Fiche fiche, Call call) {
        return fiche.scale() == Scale.REGIONALE && !call.parameters().choices().seatEpciGivesOpinionOnRegional();
    }
}
