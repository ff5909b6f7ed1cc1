package fr.ruche.workshop;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.StatedCalls;
import fr.ruche.workflow.Publications;
import fr.ruche.workshop.VersionTables.VersionRow;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a draft to what is in service: tested, submitted, approved by a manager who had no part in it, published. Any
 * change of a file begins again with the draft. Each step is one transaction and leaves a fact in the journal.
 */
@Service
public class Approvals {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern(Sentences.of("format.moment"), Locale.FRANCE);

    private final ProgrammeVersions versions;
    private final VersionTables tables;
    private final RequestTables requests;
    private final Examination examination;
    private final Publications publications;
    private final StatedCalls calls;
    private final List<StatedFiles> stated;
    private final ObjectProvider<Trial> trials;
    private final Clock clock;

    Approvals(
            ProgrammeVersions versions,
            VersionTables tables,
            RequestTables requests,
            Examination examination,
            Publications publications,
            StatedCalls calls,
            List<StatedFiles> stated,
            ObjectProvider<Trial> trials,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.requests = requests;
        this.examination = examination;
        this.publications = publications;
        this.calls = calls;
        this.stated = stated;
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * Reviews a draft and asks every {@link Trial}; it is tested when nothing speaks against it.
     *
     * @throws Rejected with one fault for each error that the review found, or each objection
     * @throws Conflict when it is no draft any more
     */
    @Transactional
    public VersionView test(UUID version, Actor by) {
        Door.mayEdit(by);
        var held = versions.openVersion(version);
        if (held.state() == VersionState.DRAFT) {
            test(held);
        }
        return versions.get(version, by);
    }

    private void test(VersionRow version) {
        var files = tables.contents(version.id());
        var examined = examination.of(version.programme(), files);
        var faults = new ArrayList<Fault>();
        examined.models().errors().forEach(found -> faults.add(new Fault(found.file(), found.code(), found.told())));
        if (FileKind.models(files).isEmpty()) {
            faults.add(new Fault("", "EMPTY", Sentences.of("workshop.test.empty")));
        }
        faults.addAll(examined.beside());
        if (faults.isEmpty()) {
            faults.addAll(foreign(version, publications.keys(FileKind.models(files))));
            trials.orderedStream()
                    .flatMap(trial -> trial.objections(files).stream())
                    .forEach(objection -> faults.add(new Fault("", "TRIAL", objection)));
        }
        Rejected.ifAny(faults);
        tables.state(version.id(), VersionState.TESTED);
        versions.tell(version, "MODEL_TESTED", "workshop.deed.tested");
    }

    /** The engine knows a process by its id alone: what one programme has is not another's. */
    private List<Fault> foreign(VersionRow version, Set<String> ours) {
        var faults = new ArrayList<Fault>();
        for (var programme : tables.programmes()) {
            if (!programme.code().equals(version.programme())) {
                tables
                        .inService(programme.code())
                        .map(VersionRow::deployment)
                        .map(publications::of)
                        .orElse(List.of())
                        .stream()
                        .filter(model -> ours.contains(model.key()))
                        .forEach(model -> faults.add(new Fault(
                                "", "FOREIGN", Sentences.of("workshop.test.foreign", model.key(), programme.name()))));
            }
        }
        return faults;
    }

    /**
     * Asks for approval; what is not tested yet is tested first.
     *
     * @param message what the change is and why, for who decides
     * @throws Rejected as {@link #test}, or at {@code motive} for a message that is missing or too long
     * @throws Conflict when approval is asked for already, or it is no draft any more
     */
    @Transactional
    public VersionView submit(UUID version, String message, Actor by) {
        Door.mayEdit(by);
        var held = versions.openVersion(version);
        var said = Motive.of(message, Sentences.of("workshop.submit.message"));
        if (requests.current(version).isPresent()) {
            throw new Conflict(Sentences.of("workshop.submit.twice"));
        }
        if (held.state() == VersionState.DRAFT) {
            test(held);
        }
        var against = tables.inService(held.programme()).map(VersionRow::id).orElse(null);
        requests.ask(version, against, said, by.username(), clock.instant());
        versions.tell(held, "MODEL_SUBMITTED", "workshop.deed.submitted", said);
        return versions.get(version, by);
    }

    /**
     * Why this person may not approve the version as it is, in French; null when nothing speaks against it. Who may
     * refuse it may do so all the same.
     */
    @Transactional(readOnly = true)
    public @Nullable String objection(UUID version, Actor by) {
        if (!by.is(Role.MANAGER)) {
            return Sentences.of("workshop.decide.forbidden");
        }
        var asked = requests.current(version)
                .filter(request -> request.askedBy().equals(by.username()))
                .isPresent();
        return asked || tables.changedBy(version, by.username()) ? Sentences.of("workshop.fourEyes") : null;
    }

    /**
     * Approves what was asked for.
     *
     * @param request the one that was read: a later one is another
     * @throws Forbidden for whoever is no manager, made or changed anything of the version, or asked for it
     * @throws Conflict when the request is not open any more
     */
    @Transactional
    public VersionView approve(UUID version, UUID request, Actor by) {
        Door.mayDecide(by);
        var held = decided(version, request);
        var objection = objection(version, by);
        if (objection != null) {
            throw new Forbidden(objection);
        }
        requests.decide(request, ApprovalRequest.State.APPROVED, null, by.username(), clock.instant());
        versions.tell(held, "MODEL_APPROVED", "workshop.deed.approved");
        return versions.get(version, by);
    }

    /**
     * Refuses what was asked for, or takes an approval back as long as the version is not in service.
     *
     * @param reason what the modeller reads
     * @throws Rejected at {@code motive} when there is none
     * @throws Conflict when the request is not open any more
     */
    @Transactional
    public VersionView refuse(UUID version, UUID request, String reason, Actor by) {
        Door.mayDecide(by);
        var why = Motive.of(reason, Sentences.of("workshop.refuse.reason"));
        var held = versions.openVersion(version);
        if (requests.current(version).filter(one -> one.id().equals(request)).isEmpty()) {
            throw new Conflict(Sentences.of("workshop.request.gone"));
        }
        requests.decide(request, ApprovalRequest.State.REFUSED, why, by.username(), clock.instant());
        tables.plan(version, null, null);
        versions.tell(held, "MODEL_REFUSED", "workshop.deed.refused", why);
        return versions.get(version, by);
    }

    private VersionRow decided(UUID version, UUID request) {
        var held = versions.openVersion(version);
        if (requests.current(version)
                .filter(one -> one.id().equals(request) && one.state() == ApprovalRequest.State.OPEN)
                .isEmpty()) {
            throw new Conflict(Sentences.of("workshop.request.gone"));
        }
        return held;
    }

    /**
     * Puts an approved version into service, or plans it.
     *
     * @param at when; null or past for at once
     * @throws Conflict when it is not approved as it is, or another version was put into service since approval was
     *     asked for
     */
    @Transactional
    public VersionView publish(UUID version, @Nullable Instant at, Actor by) {
        Door.mayPublish(by);
        // the programme before its version, as everywhere
        tables.find(version).ifPresent(found -> tables.holdProgramme(found.programme()));
        var held = versions.openVersion(version);
        approved(held);
        if (at == null || !at.isAfter(clock.instant())) {
            publish(held, by);
        } else {
            tables.plan(version, at, by.username());
            versions.tell(held, "MODEL_PLANNED", "workshop.deed.planned", MOMENT.format(at.atZone(ParisTime.ZONE)));
        }
        return versions.get(version, by);
    }

    /** Nothing is planned any more; the approval stays. @throws Conflict when nothing was */
    @Transactional
    public VersionView unplan(UUID version, Actor by) {
        Door.mayPublish(by);
        var held = versions.openVersion(version);
        if (held.publishAt() == null) {
            throw new Conflict(Sentences.of("workshop.plan.none"));
        }
        tables.plan(version, null, null);
        versions.tell(held, "MODEL_UNPLANNED", "workshop.deed.unplanned");
        return versions.get(version, by);
    }

    /** What is planned for a moment that has come; nothing happens when it was done or changed meanwhile. */
    @Transactional
    void publishDue(UUID version, Actor by) {
        tables.find(version).ifPresent(found -> tables.holdProgramme(found.programme()));
        var held = tables.hold(version).orElseThrow();
        if (held.publishAt() != null && !held.publishAt().isAfter(clock.instant())) {
            approved(held);
            publish(held, by);
        }
    }

    private void publish(VersionRow version, Actor by) {
        var former = tables.contentsInService(version.programme());
        var files = tables.contents(version.id());
        var deployment = publications.publish(version.deploymentName(), files);
        calls.bring(
                former,
                files,
                by.username(),
                Sentences.of("workshop.publish.reason", String.valueOf(version.number()), version.programme()));
        stated.forEach(one -> one.bring(version.programme(), former, files, by.username()));
        tables.publish(version.id(), version.programme(), deployment, by.username(), clock.instant());
        versions.tell(version, "MODEL_PUBLISHED", "workshop.deed.published");
    }

    private void approved(VersionRow version) {
        var request = requests.current(version.id())
                .filter(one -> one.state() == ApprovalRequest.State.APPROVED)
                .filter(one -> version.state() == VersionState.TESTED)
                .orElseThrow(() -> new Conflict(Sentences.of("workshop.publish.unapproved")));
        var inService =
                tables.inService(version.programme()).map(VersionRow::id).orElse(null);
        if (!Objects.equals(request.against(), inService)) {
            throw new Conflict(Sentences.of("workshop.publish.overtaken"));
        }
    }

    /**
     * Makes a former version ready to be put into service again: a tested draft with its files, for which approval is
     * asked. Who asks has not changed anything, so that any manager but them may approve.
     *
     * @param message why, for who decides
     * @throws Conflict when the version never was in service, or is
     */
    @Transactional
    public VersionView again(UUID former, String message, Actor by) {
        Door.mayEdit(by);
        var version = tables.find(former).orElseThrow(ProgrammeVersions::unknown);
        if (version.state() != VersionState.RETIRED) {
            throw new Conflict(Sentences.of("workshop.again.wrong"));
        }
        var draft = versions.open(version.programme(), former, Origin.AGAIN, by);
        return submit(draft.id(), message, by);
    }

    /** Gives a draft up: it can still be read, and begun from. @throws Conflict when it is no draft */
    @Transactional
    public VersionView discard(UUID version, Actor by) {
        Door.mayEdit(by);
        var held = versions.openVersion(version);
        requests.current(version)
                .ifPresent(request -> requests.decide(
                        request.id(), ApprovalRequest.State.VOIDED, null, by.username(), clock.instant()));
        tables.state(version, VersionState.DISCARDED);
        versions.tell(held, "MODEL_DISCARDED", "workshop.deed.discarded");
        return versions.get(version, by);
    }
}
